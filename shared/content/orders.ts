import type { OrderRule } from '../rules/scenario.ts';
import { ALL } from './orders/all.ts';
import { CN } from './orders/cn.ts';
import { EU } from './orders/eu.ts';
import { NATO } from './orders/nato.ts';
import { RU } from './orders/ru.ts';
import { UA } from './orders/ua.ts';
import { US } from './orders/us.ts';

/** Secret acts, seat by seat. The same act again within three rounds counts less. */
export const ORDERS: readonly OrderRule[] = [...US, ...RU, ...EU, ...UA, ...NATO, ...CN, ...ALL];
