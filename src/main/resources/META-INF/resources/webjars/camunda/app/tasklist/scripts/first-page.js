// From their tasks people find back to their publishers and to how far each move is.
export default {
  id: 'first-page',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render: (node) => {
    const link = document.createElement('a');
    link.href = '/';
    link.textContent = 'My publishers';
    node.append(link);
  },
};
