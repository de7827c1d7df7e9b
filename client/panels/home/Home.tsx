import './home.css';
import { ArrowRight, LogIn, Moon, Sun, User, Users } from 'lucide-react';
import { useState } from 'react';
import { forget, remembered } from '../../memory.ts';
import { t } from '../../text.ts';
import { chooseTheme, useTheme } from '../../theme.ts';
import { Link } from '../Link.tsx';
import { Skip } from '../Skip.tsx';
import { LINE_BOX, STRETCHES } from './line.ts';

/** The first page: three doors, and the games that were left open. */
export function Home() {
  const theme = useTheme();
  return (
    <div className="home">
      <Skip />
      <header className="home-top">
        <span className="wordmark">{t('app.name')}</span>
        <button
          type="button"
          className="btn quiet small"
          onClick={() => chooseTheme(theme === 'dark' ? 'light' : 'dark')}
        >
          {theme === 'dark' ? <Sun size={18} aria-hidden="true" /> : <Moon size={18} aria-hidden="true" />}
          {theme === 'dark' ? t('theme.toLight') : t('theme.toDark')}
        </button>
      </header>
      <main id="main" tabIndex={-1}>
        <section className="hero">
          <div className="hero-words stack">
            <h1>{t('home.title')}</h1>
            <p className="lede">{t('home.lede')}</p>
          </div>
          <svg className="hero-line" viewBox={LINE_BOX} aria-hidden="true">
            {STRETCHES.map((stretch) => (
              <path key={stretch.id} d={stretch.path} className={stretch.hot ? 'hot' : ''} />
            ))}
          </svg>
        </section>
        <nav className="doors" aria-label={t('home.doors')}>
          <Door to="/solo" icon={<User size={26} aria-hidden="true" />} id="solo" />
          <Door to="/join" icon={<LogIn size={26} aria-hidden="true" />} id="join" />
          <Door to="/host-table" icon={<Users size={26} aria-hidden="true" />} id="host" />
        </nav>
        <Resume />
        <section className="about" aria-labelledby="about">
          <h2 id="about">{t('home.about.title')}</h2>
          <div className="about-grid">
            <p>{t('home.about.game')}</p>
            <p>{t('home.about.idea')}</p>
            <p>{t('home.about.care')}</p>
          </div>
          <p className="about-guide">
            <Link to="/guide">{t('home.guide')}</Link>
          </p>
        </section>
      </main>
      <footer className="home-foot tiny muted">
        <p>{t('home.foot')}</p>
      </footer>
    </div>
  );
}

function Door({ to, icon, id }: { to: string; icon: React.ReactNode; id: 'solo' | 'join' | 'host' }) {
  return (
    <Link to={to} className="door">
      {icon}
      <span className="door-words">
        <span className="door-name">{t(`home.${id}.name`)}</span>
        <span className="muted small">{t(`home.${id}.told`)}</span>
      </span>
      <ArrowRight size={20} aria-hidden="true" className="door-arrow" />
    </Link>
  );
}

function Resume() {
  const [games, setGames] = useState(remembered);
  const kept = games.filter((game) => game.token);
  if (kept.length === 0) return null;
  return (
    <section className="resume stack s" aria-labelledby="resume">
      <h2 id="resume">{t('home.resume.title')}</h2>
      <ul className="stack s">
        {kept.slice(0, 5).map((game) => (
          <li key={game.code} className="resume-game">
            <Link to={`/g/${game.code}#${encodeURIComponent(game.token)}`} className="resume-link">
              <span className="strong">{t(`ui.seat.${game.seat}.name`)}</span>
              <span className="muted small">
                {t(
                  game.ended
                    ? 'home.resume.ended'
                    : game.round > 0
                      ? 'home.resume.round'
                      : 'home.resume.before',
                  {
                    round: game.round,
                    rounds: game.rounds,
                  },
                )}
                {' · '}
                {t(`mode.${game.mode}`)}
                {' · '}
                {game.code}
              </span>
            </Link>
            <button
              type="button"
              className="btn quiet small"
              aria-label={t('home.resume.forget.label', { code: game.code })}
              onClick={() => {
                forget(game.code);
                setGames(remembered());
              }}
            >
              {t('home.resume.forget')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
