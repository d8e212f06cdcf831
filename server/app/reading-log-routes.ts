import { readingFilterShape, readingLogShape } from '../../core/access/reading-log.ts'
import { done } from '../../core/kit/outcome.ts'
import { transact } from '../database/transact.ts'
import { readReadingLog } from '../records/reading-log.ts'
import { addStaffRoute, type Mount } from './route.ts'

export function addReadingLogRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/reading-log',
    summary: 'Who opened which family’s file when; that it was asked is logged as well',
    access: { action: 'readLog', scope: () => 'agency' },
    body: readingFilterShape,
    answer: readingLogShape,
    run: async ({ house, actor }, filter) =>
      done(
        await transact(house.pool, actor.agencyId, (transaction) =>
          readReadingLog(transaction, house.keyRing, actor, filter, house.zone),
        ),
      ),
  })
}
