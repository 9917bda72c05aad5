// A real OpenID Connect provider for the tests. Prints its issuer when it listens; people are told to it over HTTP.
import { createServer } from 'node:http';
import Provider, { errors } from 'oidc-provider';

const { SIGNING_KEYS } = process.env;
const CALLBACK = /^http:\/\/127\.0\.0\.1:\d+\/sign-in\/done\/sso$/;
const HOME = /^http:\/\/127\.0\.0\.1:\d+\/sign-in\?signedOut$/;

const people = new Map();
const http = createServer();
await new Promise((listening) => http.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${http.address().port}`;

const page = (title, content) => `<!DOCTYPE html><html lang="en"><title>${title}</title><h1>${title}</h1>${content}</html>`;

const provider = new Provider(issuer, {
  jwks: JSON.parse(SIGNING_KEYS),
  cookies: { keys: ['only for tests'] },
  pkce: { required: () => true },
  clients: [
    {
      client_id: 'account-migration',
      client_secret: 'program',
      redirect_uris: ['http://127.0.0.1/sign-in/done/sso'],
      post_logout_redirect_uris: ['http://127.0.0.1/sign-in?signedOut'],
      backchannel_logout_uri: 'http://127.0.0.1/logout/connect/back-channel/sso',
      backchannel_logout_session_required: true,
    },
    {
      client_id: 'catalogue',
      client_secret: 'service',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
  findAccount: (context, subject) => ({
    accountId: subject,
    claims: () => ({ sub: subject, ...people.get(subject) }),
  }),
  // Everybody has agreed already.
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid profile email');
    await grant.save();
    return grant;
  },
  extraTokenClaims: () => ({ groups: ['catalogue-services', 'everybody'] }),
  interactions: { url: (context, interaction) => `/who/${interaction.uid}` },
  // It keeps away from addresses of this machine, where the program that is tested listens.
  fetch: (url, { dispatcher, ...options }) => fetch(url, options),
  features: {
    backchannelLogout: { enabled: true },
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => undefined,
      getResourceServerInfo(context, resource) {
        if (!resource.startsWith('urn:')) {
          throw new errors.InvalidTarget();
        }
        return { scope: '', audience: resource, accessTokenTTL: 300, accessTokenFormat: 'jwt' };
      },
    },
    rpInitiatedLogout: {
      logoutSource(context, form) {
        context.body = page('Leave the sign-in server?',
          `${form}<button form="op.logoutForm" name="logout" value="yes" autofocus>Leave</button>`);
      },
    },
  },
});
// The port of the program is another each time: whoever signs in says where it is told that the session is over.
provider.Client.prototype.redirectUriAllowed = function allowed(uri) {
  if (CALLBACK.test(uri)) {
    this.backchannelLogoutUri = new URL('/logout/connect/back-channel/sso', uri).href;
  }
  return CALLBACK.test(uri);
};
provider.Client.prototype.postLogoutRedirectUriAllowed = (uri) => HOME.test(uri);

async function textOf(request) {
  let text = '';
  for await (const part of request) {
    text += part;
  }
  return text;
}

async function route(request, response) {
  const [, place, name] = request.url.split('/');
  if (place === 'people' && request.method === 'PUT') {
    people.set(name, JSON.parse(await textOf(request)));
    response.writeHead(204).end();
  } else if (place === 'who' && request.method === 'GET') {
    response.setHeader('Content-Type', 'text/html');
    response.end(page('Sign-in server',
      '<form method="post"><label>Who are you? <input name="subject" autofocus></label><button>Continue</button></form>'));
  } else if (place === 'who') {
    const accountId = new URLSearchParams(await textOf(request)).get('subject');
    await provider.interactionFinished(request, response, { login: { accountId } });
  } else {
    provider.callback()(request, response);
  }
}

http.on('request', (request, response) => route(request, response).catch((failure) => {
  console.error(failure);
  response.writeHead(500).end();
}));
// The tests hold the other end: with them the server ends.
process.stdin.resume().on('end', () => process.exit());
console.log(issuer);
