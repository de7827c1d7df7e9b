import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const server = `http://localhost:${process.env['PORT'] ?? '2567'}`;

const OURS = join(import.meta.dirname, 'client', 'front', 'phaser');
const THEIRS = join(import.meta.dirname, 'node_modules', 'phaser', 'src');

/**
 * Phaser does not tree-shake: its sources are built with what we use of them, by the switches of its own build, and
 * with less in the place of some files. It draws on a plain canvas everywhere: all it is given are sheets that were
 * painted on one, and what runs without a graphics card is then what runs with one.
 */
const PHASER = {
  alias: {
    phaser: join(OURS, 'core.js'),
    phaser3spectorjs: join(OURS, 'nothing.cjs'), // its debugger, switched off
  },
  define: {
    'typeof CANVAS_RENDERER': 'true',
    'typeof WEBGL_RENDERER': 'false',
    'typeof WEBGL_DEBUG': 'false',
    'typeof FEATURE_SOUND': 'false',
  },
  instead: new Map(
    Object.entries({
      'animations/AnimationManager.js': 'nothing.cjs',
      'gameobjects/components/FilterList.js': 'nothing.cjs',
      'gameobjects/tilesprite/TileSprite.js': 'nothing.cjs',
      'math/index.js': 'math.cjs',
      'renderer/snapshot/WebGLSnapshot.js': 'nothing.cjs',
      'textures/DynamicTexture.js': 'nothing.cjs',
      'textures/parsers/index.js': 'parsers.cjs',
    }).map(([theirs, ours]) => [join(THEIRS, theirs), join(OURS, ours)]),
  ),
};

/** Resolves a file of Phaser's to what stands in its place. */
function slimPhaser(): Plugin {
  return {
    name: 'slim-phaser',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer?.includes(THEIRS) || !source.startsWith('.')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found ? (PHASER.instead.get(found.id) ?? found) : null;
    },
  };
}

export default defineConfig(({ command }) => ({
  root: 'client',
  plugins: [react(), slimPhaser()],
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
