import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './server/build/compressed.ts';
import { entrances } from './server/build/entrances.ts';
import { slimPhaser } from './server/build/slim-phaser.ts';

const server = `http://localhost:${process.env['PORT'] ?? '2567'}`;

/** What the line to a game is read with: all of the rules that a screen shares, but for the reckoning of futures. */
const LINE =
  /\/shared\/(protocol\/|rules\/(?!estimate|hazard|endgame|forecast|telling))|\/client\/source\/http/;
/** Our own modules and icons, but those of papers and of windows, which the first screens do without. */
const SHARED =
  /\/client\/(?!composer|panels\/(papers|Glossed|.*Window)).*\.tsx?$|\/shared\/content\/.*\.ts$|\/lucide-react\//;

export default defineConfig({
  root: 'client',
  plugins: [react(), slimPhaser(), entrances(), compressed()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    assetsInlineLimit: 0, // the content security policy allows no data: fonts or scripts
    chunkSizeWarningLimit: 1000, // kB; Phaser is loaded only where it draws
    rolldownOptions: {
      output: {
        // Each request waits for the line once: what several screens share comes in few files.
        codeSplitting: {
          groups: [
            { name: 'home', tags: ['$initial'], priority: 2 },
            { name: 'line', test: LINE, minShareCount: 2, priority: 1 },
            { name: 'windows', test: /\/react-aria-components\//, priority: 1 },
            { name: 'game', test: SHARED, minShareCount: 3 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/matchmake': server,
      // Colyseus opens its sockets at /<process>/<room>?sessionId=….
      '^/[\\w-]+/[\\w-]+\\?.*sessionId=': { target: server, ws: true },
    },
  },
});
