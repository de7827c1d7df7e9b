import { join } from 'node:path';
import type { Plugin } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');
const OURS = join(ROOT, 'client', 'front', 'phaser');
const THEIRS = join(ROOT, 'node_modules', 'phaser', 'src');

/** Files of Phaser's, and what stands in their place. */
const INSTEAD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'animations/AnimationManager.js': 'nothing.cjs',
    'gameobjects/components/FilterList.js': 'nothing.cjs',
    'gameobjects/tilesprite/TileSprite.js': 'nothing.cjs',
    'math/index.js': 'math.cjs',
    'renderer/snapshot/WebGLSnapshot.js': 'nothing.cjs',
    'textures/DynamicTexture.js': 'nothing.cjs',
    'textures/parsers/index.js': 'parsers.cjs',
  }).map(([theirs, ours]) => [join(THEIRS, theirs), join(OURS, ours)]),
);

/**
 * Builds Phaser, which does not tree-shake, from its sources: with what we use of them, by the switches of its own
 * build, and with less in the place of some files. It draws on a plain canvas everywhere: all it is given are sheets
 * that were painted on one, and what runs without a graphics card is then what runs with one.
 */
export function slimPhaser(): Plugin {
  return {
    name: 'slim-phaser',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: {
          phaser: join(OURS, 'core.js'),
          phaser3spectorjs: join(OURS, 'nothing.cjs'), // its debugger, switched off
        },
      },
      define: {
        'typeof CANVAS_RENDERER': 'true',
        'typeof WEBGL_RENDERER': 'false',
        'typeof WEBGL_DEBUG': 'false',
        'typeof FEATURE_SOUND': 'false',
      },
    }),
    async resolveId(source, importer, options) {
      if (!importer?.startsWith(THEIRS) || !source.startsWith('.')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found ? (INSTEAD.get(found.id) ?? found) : null;
    },
  };
}
