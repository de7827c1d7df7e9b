import { enableCompileCache, flushCompileCache } from 'node:module';

// What was compiled is kept between starts, so that a server that was killed is sooner back.
enableCompileCache();
// How long a process waits for another one's answer before it looks whether it still lives, ms. Colyseus reads it when
// it is loaded. A process that hangs costs its players twice this.
process.env['COLYSEUS_PRESENCE_SHORT_TIMEOUT'] ??= '750';

await import('./start.ts');
flushCompileCache();
