import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const server = `http://localhost:${process.env['PORT'] ?? '2567'}`;

/** Phaser does not tree-shake: its sources are built with what we use of them, by the switches of its own build. */
const PHASER = {
  alias: {
    phaser: join(import.meta.dirname, 'client/front/phaser-core.js'),
    phaser3spectorjs: join(import.meta.dirname, 'client/front/no-spector.js'), // its debugger, switched off
  },
  define: {
    'typeof CANVAS_RENDERER': 'true',
    'typeof WEBGL_RENDERER': 'true',
    'typeof WEBGL_DEBUG': 'false',
    'typeof FEATURE_SOUND': 'false',
  },
};

export default defineConfig(({ command }) => ({
  root: 'client',
  plugins: [react()],
  resolve: { alias: command === 'build' ? PHASER.alias : {} },
  define: command === 'build' ? PHASER.define : {},
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    assetsInlineLimit: 0, // the content security policy allows no data: fonts or scripts
    chunkSizeWarningLimit: 1000, // kB; Phaser is loaded only where it draws
  },
  server: {
    proxy: {
      '/api': server,
      '/matchmake': server,
      // Colyseus opens its sockets at /<process>/<room>?sessionId=….
      '^/[\\w-]+/[\\w-]+\\?.*sessionId=': { target: server, ws: true },
    },
  },
}));
