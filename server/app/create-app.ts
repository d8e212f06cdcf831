import { OpenAPIHono } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import { refusal } from '../../core/kit/outcome.ts'
import { addAccountabilityRoutes } from './accountability-routes.ts'
import { addAccessRoutes } from './access-routes.ts'
import { secureHeaders } from './guard.ts'
import type { House } from './house.ts'
import { answerRefusal, answerTrouble, type DeclaredRoute, type Mount } from './route.ts'
import { describeRawRoutes } from './describe-raw-routes.ts'
import { addDeviceRoutes } from './device-routes.ts'
import { addEraseRoutes } from './erase-routes.ts'
import { addFamilyLinkRoutes } from './family-links.ts'
import { addFamilyPages } from './family-pages.ts'
import { addTonePage } from './tone-page.ts'
import { addFileBoxRoutes } from './file-box-routes.ts'
import { addFileRoutes } from './file-routes.ts'
import { serveDesk } from './static-files.ts'
import { addFamilyPaperRoutes } from './family-paper-routes.ts'
import { addBlankPaperRoutes } from './blank-paper-routes.ts'
import { addSafetyPaperRoutes } from './safety-paper-routes.ts'
import { addCasePaperRoutes } from './case-paper-routes.ts'
import { addTalkPaperRoutes } from './talk-paper-routes.ts'
import { addKeyRoutes } from './key-routes.ts'
import { addPaperRoutes } from './paper-routes.ts'
import { addPaperworkRoutes } from './paperwork-routes.ts'
import { addReadingLogRoutes } from './reading-log-routes.ts'
import { addReadingWatchRoutes } from './reading-watch-routes.ts'
import { addRightsRoutes } from './rights-routes.ts'
import { addTransferIntakeRoutes } from './transfer-intake.ts'
import { addStaffPaperRoutes } from './staff-paper-routes.ts'
import { addSupervisionPaperRoutes } from './supervision-paper-routes.ts'
import { addTransferPaperRoutes } from './transfer-paper-routes.ts'
import { addTransferRoutes } from './transfer-routes.ts'
import { addTransferPages } from './transfer-visit.ts'
import { addStationMonthRoutes } from './station-month-routes.ts'
import { addSyncRoutes } from './sync-routes.ts'
import { addUploadRoutes } from './upload-routes.ts'
import { addUrgentRoutes } from './urgent-routes.ts'
import { addWaitingLinkRoutes } from './waiting-links.ts'
import { addWaveLinkRoutes } from './wave-links.ts'
import { addXlsformRoutes } from './xlsform-routes.ts'

export interface KitelineApp {
  readonly app: OpenAPIHono
  readonly declared: readonly DeclaredRoute[]
}

export interface BuiltFolders {
  readonly desk: string
  readonly family: string
  readonly tone: string
}

/** The whole server as one value: routes with their policies over a house of dependencies. */
export function createApp(house: House, built: BuiltFolders): KitelineApp {
  const app = new OpenAPIHono()
  const mount: Mount = { app, house, declared: [] }
  app.use('/api/*', compress())
  app.use('/f/*', compress())
  app.use(secureHeaders(house.publicOrigin))
  app.onError((trouble, context) => answerTrouble(context, house, trouble))
  addAccessRoutes(mount)
  addDeviceRoutes(mount)
  addSyncRoutes(mount)
  addFileRoutes(mount)
  addUploadRoutes(mount)
  addFamilyLinkRoutes(mount)
  addWaitingLinkRoutes(mount)
  addPaperworkRoutes(mount)
  addPaperRoutes(mount)
  addFamilyPaperRoutes(mount)
  addTalkPaperRoutes(mount)
  addCasePaperRoutes(mount)
  addBlankPaperRoutes(mount)
  addSafetyPaperRoutes(mount)
  addFileBoxRoutes(mount)
  addStationMonthRoutes(mount)
  addEraseRoutes(mount)
  addKeyRoutes(mount)
  addReadingLogRoutes(mount)
  addReadingWatchRoutes(mount)
  addRightsRoutes(mount)
  addUrgentRoutes(mount)
  addAccountabilityRoutes(mount)
  addXlsformRoutes(mount)
  addWaveLinkRoutes(mount)
  addTransferRoutes(mount)
  addTransferPaperRoutes(mount)
  addSupervisionPaperRoutes(mount)
  addStaffPaperRoutes(mount)
  addTransferIntakeRoutes(mount)
  addTransferPages(mount)
  addTonePage(mount, built.tone)
  addFamilyPages(mount, built.family)
  describeRawRoutes(mount)
  mount.declared.push({ method: 'get', path: '/api/openapi.json', action: 'open' })
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Kiteline', version: house.version },
  })
  refuseOtherMethods(mount)
  app.use(
    serveDesk(
      built.desk,
      (path) =>
        !/^\/(api|f)(\/|$)/.test(path) && !path.includes('/.') && !/\.[a-z0-9]+$/i.test(path),
    ),
  )
  app.notFound((context) => answerRefusal(context, refusal('NotFound')))
  return { app, declared: mount.declared }
}

/** R23: what is declared for one method answers every other with what it allows. */
function refuseOtherMethods({ app, declared }: Mount): void {
  for (const path of new Set(declared.map((route) => route.path))) {
    const allowed = declared.filter((route) => route.path === path)
    app.all(path, (context) => {
      context.header('allow', allowed.map(({ method }) => method.toUpperCase()).join(', '))
      return context.json(refusal('NotFound'), 405)
    })
  }
}
