import compression from 'compression';
import express, { type Application } from 'express';
import { BYTES_LIMIT } from '../../shared/protocol/version.ts';
import type { Log } from '../log.ts';
import { type ApiServices, apiRouter } from './api.ts';
import { answerError, errorHandler } from './errors.ts';
import { ownerRouter, type OwnerServices } from './owner.ts';
import { pages, security } from './pages.ts';

/** Sets up everything that is asked over HTTP, except the one matchmaking route that Colyseus answers. */
export function setUpHttp(
  app: Application,
  services: ApiServices & OwnerServices,
  clientFolder: string,
  log: Log,
): void {
  app.disable('x-powered-by');
  app.use(security());
  app.use(compression());
  app.use('/api', express.json({ limit: BYTES_LIMIT, inflate: false, type: () => true }));
  app.use(apiRouter(services));
  app.use(ownerRouter(services));
  app.use(pages(clientFolder));
  app.use((_request, response) =>
    answerError(response, { code: 'NOT_FOUND', message: 'there is nothing here' }),
  );
  app.use(errorHandler(log, services.metrics.refused));
}
