// The parts of Phaser that the front and the tables draw with, a fifth of the whole. The build puts this in its place
// (vite.config.ts); types and the development server have all of it. They know each other in circles, hence the order:
// the renderer first, the game last.
import '../../../node_modules/phaser/src/renderer/index.js';
import '../../../node_modules/phaser/src/cameras/2d/index.js';
import '../../../node_modules/phaser/src/gameobjects/DisplayList.js';
import '../../../node_modules/phaser/src/gameobjects/UpdateList.js';
import '../../../node_modules/phaser/src/gameobjects/GameObjectCreator.js';
import '../../../node_modules/phaser/src/gameobjects/GameObjectFactory.js';
import '../../../node_modules/phaser/src/gameobjects/graphics/GraphicsFactory.js';
import '../../../node_modules/phaser/src/gameobjects/image/ImageFactory.js';
import constants from '../../../node_modules/phaser/src/const.js';
import CoreEvents from '../../../node_modules/phaser/src/core/events/index.js';
import ScaleModes from '../../../node_modules/phaser/src/scale/const/SCALE_MODE_CONST.js';
import SceneEvents from '../../../node_modules/phaser/src/scene/events/index.js';
import Game from '../../../node_modules/phaser/src/core/Game.js';
import '../../../node_modules/phaser/src/events/EventEmitter.js';
import '../../../node_modules/phaser/src/scene/ScenePlugin.js';

export { Game };
export const { CANVAS } = constants;
export const Core = { Events: CoreEvents };
export const Scale = ScaleModes;
export const Scenes = { Events: SceneEvents };
