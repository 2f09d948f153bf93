/* Starts allauth's security-key forms: each says in data attributes what it is. */
(function () {
  "use strict";
  const forms = document.querySelectorAll("form[data-webauthn]");
  if (!window.PublicKeyCredential || !window.allauth) {
    return;
  }
  for (const form of forms) {
    const ids = { credential: form.dataset.credential, data: "js_data" };
    form.hidden = false;
    if (form.dataset.webauthn === "add") {
      window.allauth.webauthn.forms.addForm({ ids: { ...ids, add: form.dataset.button } });
    } else {
      window.allauth.webauthn.forms.authenticateForm({
        ids: { ...ids, authenticate: form.dataset.button },
      });
    }
  }
})();
