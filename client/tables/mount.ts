import { type Stage, grown, openStage } from '../front/stage.ts';
import { type TablesHandle, type TablesHandlers, type TablesModel } from './model.ts';
import { type TablesScene, tablesScene } from './scene.ts';

/**
 * Mounts the conference in an element, which gives it its size, its type and the seats' accents.
 *
 * Load this module lazily: it brings Phaser. The picture appears with the first `update`.
 */
export function mountTables(element: HTMLElement, handlers: TablesHandlers): TablesHandle {
  let model: TablesModel | null = null;
  let stage: Stage | null = null;
  let scene: TablesScene | null = null;
  const begin = (): void => {
    if (stage && model && !scene) scene = tablesScene(stage, model, handlers);
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
    tableBox: (id) => grown(scene?.tableBox(id), stage),
    paperBox: (id) => grown(scene?.paperBox(id), stage),
    zoomBy: (factor) => scene?.zoomBy(factor),
    reset: () => scene?.reset(),
    isResting: () => scene !== null && stage !== null && stage.isResting(),
  };
}
