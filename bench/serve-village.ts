// A Kiteline in a process of its own, with families that have consented and a wave that is open; tells its parent where it is.
import { serve } from '@hono/node-server'
import { instrument, instrumentIdOf } from '../core/inquiry/instrument.ts'
import { loadContent } from '../server/app/load-content.ts'
import { lookAt } from '../server/app/record-store.ts'
import { sealAuditForever } from '../server/access/seal-audit.ts'
import { openTestHouse } from '../testing/house/open-test-house.ts'
import { aFounder, freshId, onAnotherDevice, type Person } from '../testing/house/person.ts'

export interface ServedFamily {
  readonly familyId: string
  readonly childId: string
  readonly motherId: string
  readonly pairId: string
}

export interface ServedVillage {
  readonly port: number
  readonly cookies: readonly string[]
  readonly staffId: string
  readonly waveId: string
  readonly instrumentId: string
  readonly itemIds: readonly string[]
  readonly families: readonly ServedFamily[]
  readonly today: string
  readonly database: {
    readonly host: string
    readonly port: number
    readonly user: string
    readonly password: string
    readonly database: string
  }
}

const familyCount = Number(process.argv[2] ?? 200)

async function settleFamily(worker: Person, today: string): Promise<ServedFamily> {
  const family = {
    familyId: freshId(),
    childId: freshId(),
    motherId: freshId(),
    pairId: freshId(),
  }
  const { familyId, childId, motherId, pairId } = family
  const reply = await worker.push(
    worker.change('family', familyId, 'create', {
      code: 'Z',
      registeredOn: today,
      staff: [worker.staffId],
    }),
    worker.change('person', childId, 'create', {
      familyId,
      name: '小明',
      role: 'child',
      bornOn: '2015-02-03',
    }),
    worker.change('person', motherId, 'create', { familyId, name: '陈芳', role: 'parent' }),
    worker.change('guardianship', freshId(), 'create', {
      familyId,
      childId,
      adultId: motherId,
      kind: 'legalGuardian',
      basis: 'parent',
    }),
    worker.change('pair', pairId, 'create', {
      familyId,
      childId,
      adultId: motherId,
      relation: 'mother',
    }),
    ...['service', 'assessment'].map((purpose) =>
      worker.change('consent', freshId(), 'create', {
        familyId,
        subjectId: childId,
        subjectBornOn: '2015-02-03',
        purpose,
        textVersion: '1',
        decision: 'given',
        givenById: motherId,
        decidedOn: today,
        proof: 'link',
      }),
    ),
  )
  const refused = reply.answers.find(({ status }) => status !== 'applied')
  if (refused !== undefined) throw new Error(JSON.stringify(refused))
  return family
}

async function settleVillage(): Promise<Omit<ServedVillage, 'port'>> {
  const { house } = test.open
  const worker = await aFounder(test)
  await loadContent(house, worker.agencyId, worker.staffId)
  const waveId = freshId()
  const instrumentId = instrumentIdOf('kiteline-parent', '1')
  await worker.push(
    worker.change('wave', waveId, 'create', {
      title: '前测',
      phase: 'before',
      instrumentIds: [instrumentId],
      opensOn: '2026-01-01',
    }),
  )
  const families: ServedFamily[] = []
  for (let nth = 0; nth < familyCount; nth += 1)
    families.push(await settleFamily(onAnotherDevice(worker), house.today()))
  const shown = await lookAt(house, worker.agencyId, (look) => look.one(instrument, instrumentId))
  if (shown === null) throw new Error('the questionnaire was not loaded')
  const itemIds = shown.items.map(({ id }) => id)
  const config = test.open.database.configFor('owner')
  return {
    cookies: [worker.cookie],
    staffId: worker.staffId,
    waveId,
    instrumentId,
    itemIds,
    families,
    today: house.today(),
    database: {
      host: String(config.host),
      port: Number(config.port),
      user: String(config.user),
      password: String(config.password),
      database: String(config.database),
    },
  }
}

const test = await openTestHouse({ publicOrigin: 'https://station.example' })
const stopSealing = sealAuditForever(test.open.house)
const village = await settleVillage()
const server = serve({ fetch: test.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  process.send?.({ ...village, port } satisfies ServedVillage),
)
process.on('disconnect', () => {
  stopSealing()
  server.close()
  void test.close().then(() => process.exit(0))
})
