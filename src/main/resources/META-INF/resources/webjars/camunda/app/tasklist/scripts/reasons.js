// A task that came back says why on top of its form; this ties the reason to the field that it is about.
const tie = (form) => {
  const reason = form.querySelector('[role=alert]');
  const field = form.querySelector('input.fjs-input');
  if (!reason || !field || reason.id) {
    return;
  }
  reason.id = `${field.id}-reason`;
  field.setAttribute('aria-describedby', `${reason.id} ${field.getAttribute('aria-describedby') || ''}`.trim());
  field.setAttribute('aria-invalid', 'true');
};

new MutationObserver(() => document.querySelectorAll('.fjs-form').forEach(tie)).observe(document.documentElement, {
  childList: true,
  subtree: true,
});
