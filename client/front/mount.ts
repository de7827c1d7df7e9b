import { geography } from './geography.ts';
import { signsOf } from './legend.ts';
import { type FrontHandle, type FrontHandlers, type FrontModel } from './model.ts';
import { type FrontScene, frontScene } from './scene.ts';
import { type Stage, grown, openStage, warmStage } from './stage.ts';

/**
 * Mounts the front in an element, which gives it its size and its type.
 *
 * Load this module lazily: it brings Phaser. The picture appears with the first `update`.
 */
export function mountFront(element: HTMLElement, handlers: FrontHandlers): FrontHandle {
  let model: FrontModel | null = null;
  let stage: Stage | null = null;
  let scene: FrontScene | null = null;
  const begin = (): void => {
    if (stage && model && !scene) scene = frontScene(stage, model, handlers);
  };
  const opening = openStage(element, (opened) => {
    stage = opened;
    begin();
  });

  return {
    update: (next) => {
      model = next;
      if (scene) scene.show(next);
      else begin();
    },
    destroy: () => {
      scene?.stop();
      scene = null;
      stage = null;
      opening.close();
    },
    sectorBox: (id) => grown(scene?.boxOf(id), stage),
    zoomBy: (factor) => scene?.zoomBy(factor),
    panBy: (dx, dy) => scene?.panBy(dx, dy),
    reset: () => scene?.reset(),
    signs: signsOf,
    isResting: () => scene !== null && stage !== null && stage.isResting(),
  };
}

/** Does ahead what needs no game: reads the geography and starts Phaser. */
export function prepareFront(): void {
  warmStage();
  geography();
}
