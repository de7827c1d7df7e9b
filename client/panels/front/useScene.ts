import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';

interface Handle<Model> {
  update: (model: Model) => void;
  destroy: () => void;
}

/**
 * A Phaser scene in an element of the page: loaded with the screen, drawn anew with each model, gone with it.
 *
 * @param load mounts the scene, once its part of the client has arrived
 */
export function useScene<Model, H extends Handle<Model>>(
  load: (element: HTMLElement) => Promise<H>,
  model: Model,
): { host: RefObject<HTMLDivElement | null>; handle: H | null } {
  const host = useRef<HTMLDivElement>(null);
  const [handle, setHandle] = useState<H | null>(null);
  const begin = useEffectEvent(load);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let left = false;
    let mounted: H | null = null;
    const mount = async () => {
      const made = await begin(element);
      if (left) {
        made.destroy();
        return;
      }
      mounted = made;
      setHandle(made);
    };
    void mount();
    return () => {
      left = true;
      mounted?.destroy();
    };
  }, []);
  useEffect(() => handle?.update(model), [handle, model]);
  return { host, handle };
}
