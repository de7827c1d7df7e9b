import { type ComponentType, lazy, useState } from 'react';

/** A part of the page that is loaded when it is first shown, or fetched ahead. */
export interface Fetched<P> {
  (props: P): React.JSX.Element;
  fetch: () => Promise<unknown>;
}

/** As `lazy` of React, but a part that has come by then is drawn at once, without showing first that it loads. */
export function fetched<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): Fetched<P> {
  let come: ComponentType<P> | null = null;
  const fetch = async () => {
    const part = await load();
    come = part.default;
    return part;
  };
  const Later = lazy(fetch) as unknown as ComponentType<P>;
  function Part(props: P) {
    const [Shown] = useState<ComponentType<P>>(() => come ?? Later);
    return <Shown {...props} />;
  }
  return Object.assign(Part, { fetch });
}
