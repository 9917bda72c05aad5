// The program has one sign-in page; the form that the application shows after signing out would let nobody in.
const base = document.querySelector('base');

export default {
  id: 'one-sign-in',
  pluginPoint: `${base.getAttribute('app-name')}.login`,
  render: () => window.location.replace(base.href),
};
