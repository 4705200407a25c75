// Passkeys: to log in with one and to make one. Without this script the pages offer the other ways.
const decode = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const encode = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

for (const place of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential) {
    continue;
  }
  place.hidden = false;
  const ceremony = place.dataset.passkey === "login" ? logIn : register;
  place.querySelector("button").addEventListener("click", async () => {
    const failed = place.querySelector(".field-error");
    failed.hidden = true;
    try {
      await ceremony(place);
    } catch (problem) {
      console.warn(problem);
      failed.hidden = false;
    }
  });
}

async function post(place, address, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": place.dataset.guard },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer.json();
}

function described(credentials) {
  return (credentials ?? []).map((one) => ({ ...one, id: decode(one.id) }));
}

function common(credential, response) {
  return {
    id: credential.id,
    rawId: encode(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
  };
}

async function logIn(place) {
  const options = await post(place, "/webauthn/authenticate/options");
  const credential = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      allowCredentials: described(options.allowCredentials),
    },
  });
  const { response } = credential;
  await post(
    place,
    "/login/webauthn",
    common(credential, {
      authenticatorData: encode(response.authenticatorData),
      clientDataJSON: encode(response.clientDataJSON),
      signature: encode(response.signature),
      userHandle: response.userHandle ? encode(response.userHandle) : undefined,
    }),
  );
  location.assign(`/anmelden/weiter?nach=${encodeURIComponent(place.dataset.back || "/")}`);
}

async function register(place) {
  const options = await post(place, "/webauthn/register/options");
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      user: { ...options.user, id: decode(options.user.id) },
      excludeCredentials: described(options.excludeCredentials),
    },
  });
  const { response } = credential;
  await post(place, "/webauthn/register", {
    publicKey: {
      credential: common(credential, {
        attestationObject: encode(response.attestationObject),
        clientDataJSON: encode(response.clientDataJSON),
        transports: response.getTransports ? response.getTransports() : [],
      }),
      label: place.dataset.label || "Passkey",
    },
  });
  place.querySelector("form").submit();
}
