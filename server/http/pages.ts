import { type RequestHandler, Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import helmet from 'helmet';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Styles that react-aria-components writes into the page itself. */
const STYLE_HASHES = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
];

/** What pages may load, and from where: only from us. Games are played on plain HTTP in a classroom too. */
export function security(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", ...STYLE_HASHES],
        'img-src': ["'self'", 'data:'], // Phaser stops at boot without data:
        'font-src': ["'self'"],
        'connect-src': ["'self'", (request) => socketsOf(request.headers.host)],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: false, // for whoever puts TLS in front
    crossOriginOpenerPolicy: false, // browsers complain about it on plain HTTP
    originAgentCluster: false,
  });
}

/** Which of the built pages suits an address: they differ in what they ask for at once. */
function pageFor(path: string): string {
  const [first, code, screen] = path.split('/').filter(Boolean);
  if (first !== 'g' || !code) return 'index.html';
  return screen === 'front' ? 'front.html' : 'game.html';
}

/** The built client: hashed files for a year, the page itself always fresh, and one page for every path of the game. */
export function pages(folder: string): Router {
  const router = Router();
  const pressed = { enableBrotli: true, orderPreference: ['br', 'gz'], index: false };
  const serveStatic = { immutable: true, maxAge: '1y', fallthrough: false, index: false };
  router.use((request, _response, next) => {
    decodeURIComponent(request.path); // what cannot be read is refused as anything else, not by the files' own words
    next();
  });
  router.get('/assets/{*file}', expressStaticGzip(folder, { ...pressed, serveStatic }));
  router.use(expressStaticGzip(folder, { ...pressed, serveStatic: { index: false } }));
  router.get(/.*/, (request, response, next) => {
    if (!request.accepts('html')) return next();
    const page = [pageFor(request.path), 'index.html']
      .map((name) => join(folder, name))
      .find((file) => existsSync(file));
    if (!page) {
      return void response.status(503).type('text').send('The page has not been built yet: npm run build');
    }
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
  return router;
}

/** WebSockets of the same host; older browsers do not count them as 'self'. */
function socketsOf(host: string | undefined): string {
  return host !== undefined && /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}
