// Asks the device for a passkey, or to sign with one. Without this script the password works as ever.
"use strict";
(() => {
  const button = document.querySelector("[data-passkey]");
  if (!button || !window.PublicKeyCredential) return;
  button.hidden = false;
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const post = async (address, body) => {
    const headers = { "X-CSRFToken": token, "Content-Type": "application/json" };
    return (await fetch(address, { method: "POST", headers, body: JSON.stringify(body) })).json();
  };
  button.addEventListener("click", async () => {
    const said = document.querySelector("[data-passkey-said]");
    try {
      const options = await post(button.dataset.begin, {});
      options.challenge = bytes(options.challenge);
      for (const each of [...(options.excludeCredentials || []), ...(options.allowCredentials || [])]) each.id = bytes(each.id);
      const adding = button.dataset.passkey === "add";
      if (adding) options.user.id = bytes(options.user.id);
      const made = adding
        ? await navigator.credentials.create({ publicKey: options })
        : await navigator.credentials.get({ publicKey: options });
      const response = { clientDataJSON: text(made.response.clientDataJSON) };
      for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"])
        if (made.response[name]) response[name] = text(made.response[name]);
      const answer = await post(button.dataset.finish, { id: made.id, rawId: text(made.rawId), type: made.type, response });
      if (answer.next) location.assign(answer.next);
      else said.textContent = answer.refused;
    } catch (error) {
      said.textContent = error.message;
    }
  });
})();
