// On an instance, the case that it moves: state, next step, who must act, and the way to its page.
import { ask, fill, link, moment, table, words } from './ours.js';

const migration = async (publisherId) => {
  const found = await ask(`/api/migrations/${encodeURIComponent(publisherId)}`);
  return [
    table([
      ['Account', link(found.publisherId, `/migrations/${encodeURIComponent(found.publisherId)}`)],
      ['State', words(found.state)],
      ['Step', words(found.step)],
      ['Who must act', ...found.actors],
      ['Since', moment(found.since)],
      ['Reason', found.problem && `${found.problem.code}: ${found.problem.text}`],
      ['Correlation ID of all outside calls', found.correlationId],
      ['Steps done', ...found.stepsDone.map((done) => `${words(done.step)}, ${moment(done.at)}`)],
      ['Started', moment(found.startedAt)],
    ]),
  ];
};

const sync = async (publisherId) => {
  const found = await ask(`/api/publishers/${encodeURIComponent(publisherId)}/user-sync`);
  return [
    table([
      ['Account', link(found.publisherId, `/publishers/${encodeURIComponent(found.publisherId)}#user-sync`)],
      ['State', words(found.state)],
      ['Changes that wait', String(found.pending)],
      ['Users who fail', String(found.failed.length)],
      ['Removals that wait for an operator', String(found.stagedRemovals.length)],
      ['Carried over up to', moment(found.watermark)],
    ]),
  ];
};

const panels = { 'account-migration': migration, 'user-back-sync': sync };

export default {
  id: 'case',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 100,
  properties: { label: 'Account' },
  render: (node, { api, processInstanceId }) => {
    node.id = 'account-panel';
    node.style.padding = '1em';
    fill(node, async () => {
      const instance = await ask(`${api.engineApi}/process-instance/${processInstanceId}`);
      const panel = panels[instance.definitionKey ?? instance.definitionId.split(':')[0]];
      return panel ? panel(instance.businessKey) : [document.createTextNode('This instance moves no account.')];
    });
  },
};
