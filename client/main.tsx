import '@fontsource-variable/source-sans-3/wght.css';
import './style/tokens.css';
import './style/base.css';
import './style/layout.css';
import './style/parts.css';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { readyFront } from './front/ahead.ts';
import { FrontScreen } from './panels/front/screen.ts';
import { Guard } from './panels/Guard.tsx';
import { Home } from './panels/home/Home.tsx';
import { Loading } from './panels/Loading.tsx';
import { Trouble } from './panels/Trouble.tsx';
import { tokenFor } from './memory.ts';
import { routeOf, usePath } from './route.ts';
import { openAhead } from './store.ts';
import { startTheme } from './theme.ts';
import { t } from './text.ts';

const Solo = lazy(() => import('./panels/setup/Solo.tsx'));
const Host = lazy(() => import('./panels/setup/Host.tsx'));
const Join = lazy(() => import('./panels/setup/Join.tsx'));
const Parts = lazy(() => import('./panels/parts/Parts.tsx'));
const Guide = lazy(() => import('./panels/guide/Guide.tsx'));
const WatchPage = lazy(() => import('./watch/WatchPage.tsx'));
const GamePage = lazy(() => import('./game/GamePage.tsx'));

function Page() {
  const route = routeOf(usePath());
  switch (route.at) {
    case 'home':
      return <Home />;
    case 'solo':
      return <Solo />;
    case 'host':
      return <Host />;
    case 'join':
      return <Join code={route.code} />;
    case 'guide':
      return <Guide print={route.print} />;
    case 'watch':
      return <WatchPage key={route.code} code={route.code} />;
    case 'game':
      return <GamePage key={route.code} code={route.code} screen={route.screen} id={route.id} />;
    case 'parts':
      return <Parts />;
    case 'lost':
      return <Trouble title={t('lost.title')} text={t('lost.text')} />;
  }
}

// A link into a game: the line to it opens, and the front comes if the link leads there, beside the page, not after it.
const linked = routeOf(location.pathname);
if (linked.at === 'game') {
  const token = tokenFor(linked.code);
  if (token) openAhead(linked.code, token);
  if (linked.screen === 'front') {
    void FrontScreen.fetch();
    void readyFront();
  }
}

startTheme();
const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Guard>
        <Suspense fallback={<Loading />}>
          <Page />
        </Suspense>
      </Guard>
    </StrictMode>,
  );
}
