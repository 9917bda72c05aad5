// Panels in Cockpit are parts of this program's own pages: asked with the sign-in that Cockpit has too.
export const show = async (node, path) => {
  node.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(`/operations/panels/${path}`, { credentials: 'same-origin' });
    if (answer.ok) {
      node.innerHTML = await answer.text();
    } else {
      node.textContent = `The panel cannot be shown (${answer.status}).`;
    }
  } catch (unreachable) {
    node.textContent = 'The panel cannot be shown: the program does not answer.';
  }
  node.removeAttribute('aria-busy');
};
