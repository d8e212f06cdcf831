// A family at its telephone, and the worker who sends it links.
import { instrumentIdOf } from '../../core/inquiry/instrument.ts'
import { loadContent } from '../../server/app/load-content.ts'
import type { TestHouse } from './open-test-house.ts'
import { aFounder, freshId, type Person } from './person.ts'

export interface Home {
  readonly worker: Person
  readonly familyId: string
  readonly childId: string
  readonly motherId: string
  readonly grandmotherId: string
  readonly pairId: string
  readonly waveId: string
  readonly instrumentId: string
}

/** A mother far away, her child with the grandmother, a worker, an open wave; nobody has consented yet. */
export async function aHome(house: TestHouse): Promise<Home> {
  const worker = await aFounder(house)
  await loadContent(house.open.house, worker.agencyId, worker.staffId)
  const home = {
    worker,
    familyId: freshId(),
    childId: freshId(),
    motherId: freshId(),
    grandmotherId: freshId(),
    pairId: freshId(),
    waveId: freshId(),
    instrumentId: instrumentIdOf('kiteline-parent', '1'),
  }
  const { familyId, childId, motherId, grandmotherId, pairId, waveId, instrumentId } = home
  const reply = await worker.push(
    worker.change('family', familyId, 'create', {
      code: 'Z-1',
      registeredOn: '2026-01-01',
      staff: [worker.staffId],
    }),
    worker.change('person', childId, 'create', {
      familyId,
      name: '小明',
      role: 'child',
      bornOn: '2015-02-03',
    }),
    worker.change('person', motherId, 'create', { familyId, name: '陈芳', role: 'parent' }),
    worker.change('person', grandmotherId, 'create', {
      familyId,
      name: '奶奶',
      role: 'grandparent',
    }),
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
    worker.change('wave', waveId, 'create', {
      title: '前测',
      phase: 'before',
      instrumentIds: [instrumentId],
      opensOn: '2026-01-01',
    }),
  )
  const aside = reply.answers.find((answer) => answer.status !== 'applied')
  if (aside !== undefined) throw new Error(`a home was not taken: ${JSON.stringify(aside)}`)
  return home
}

export interface Browser {
  readonly open: (path: string) => Promise<{ status: number; text: string }>
  /** As it comes, such as a sound. */
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>
  readonly send: (
    path: string,
    form: Record<string, string>,
  ) => Promise<{ status: number; text: string }>
  /** As it answers, led nowhere. */
  readonly post: (path: string, form: Record<string, string>) => Promise<Response>
}

const posting = (form: Record<string, string>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(form).toString(),
})

/** A browser without script: it keeps cookies and follows redirects. */
export function aPhone(house: TestHouse): Browser {
  const jar = new Map<string, string>()
  const go = async (path: string, init: RequestInit): Promise<{ status: number; text: string }> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await house.app.request(path, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), cookie },
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    if (response.status === 303) return go(response.headers.get('location') ?? '', {})
    return { status: response.status, text: await response.text() }
  }
  return {
    open: (path) => go(path, {}),
    get: async (path, headers = {}) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      return house.app.request(path, { headers: { ...headers, cookie } })
    },
    send: (path, form) => go(path, posting(form)),
    post: async (path, form) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const { headers, ...init } = posting(form)
      return house.app.request(path, { ...init, headers: { ...headers, cookie } })
    },
  }
}

export async function aLink(
  home: Home,
  purpose: 'questionnaire' | 'consent' | 'rights',
  personId = home.motherId,
): Promise<{ status: number; path: string; body: unknown }> {
  const asks = purpose === 'questionnaire'
  const reply = await home.worker.post('/api/family-links', {
    familyId: home.familyId,
    personId,
    childId: home.childId,
    purpose,
    waveId: asks ? home.waveId : null,
    instrumentId: asks ? home.instrumentId : null,
    pairId: asks ? home.pairId : null,
    days: 14,
  })
  const address = /"address":"([^"]+)"/.exec(reply.text)?.[1] ?? ''
  return {
    status: reply.status,
    path: address === '' ? '' : new URL(address).pathname,
    body: reply.body,
  }
}
