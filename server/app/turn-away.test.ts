import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { turnAwayCrowds, openCrowd } from './turn-away.ts'

test('whoever comes beyond the measure is asked to come again, at another moment than the others [S21]', () => {
  let at = 0
  let thrown = 0
  const crowd = openCrowd({
    most: 3,
    now: () => at,
    dice: () => {
      thrown += 1
      return (thrown % 10) / 10
    },
  })
  expect(findCollapse(crowd.enter, 3)).toEqual([])
  crowd.leave()
  expect(crowd.enter()).toBeNull()
  at = 61_000
  expect(crowd.enter()).toBeLessThanOrEqual(3)
})

/** Why a thousand phones would come back together; empty when they are spread. */
function findCollapse(enter: () => number | null, most: number): readonly string[] {
  const first = Array.from({ length: most }, enter)
  const waits = Array.from({ length: 900 }, enter)
  const seconds = waits.map((wait) => wait ?? 0)
  const perSecond = Math.max(
    ...[...new Set(seconds)].map((at) => seconds.filter((one) => one === at).length),
  )
  return [
    ...(first.every((wait) => wait === null) ? [] : ['turns away whom it could answer']),
    ...(waits.every((wait) => wait !== null) ? [] : ['lets everybody in']),
    ...(Math.min(...seconds) >= 2 && Math.max(...seconds) <= 60
      ? []
      : ['asks them at once or never']),
    ...(perSecond <= 120 ? [] : ['asks them all at one moment']),
  ]
}

test('a server that lets everybody in, names no moment or names all the same one is noticed [S21]', () => {
  const limited = (wait: number | null) => {
    let inside = 0
    return () => {
      inside += 1
      return inside <= 3 ? null : wait
    }
  }
  expect(findCollapse(() => null, 3)).toContain('lets everybody in')
  expect(findCollapse(limited(0), 3)).toContain('asks them at once or never')
  expect(findCollapse(limited(30), 3)).toEqual(['asks them all at one moment'])
  // The product's own measure with a die that always falls the same way.
  const { enter } = openCrowd({ most: 3, now: () => 0, dice: () => 0 })
  expect(findCollapse(enter, 3)).toEqual(['asks them all at one moment'])
})

test('what goes wrong inside makes room again, and nothing of those turned away is read', async () => {
  const app = new Hono()
  app.onError((_trouble, context) => context.text('broken', 500))
  app.use('*', turnAwayCrowds({ most: 1, now: () => 0, dice: () => 0.5 }))
  let open = () => {}
  const door = new Promise<void>((resolve) => {
    open = resolve
  })
  app.get('/slow', async (context) => {
    await door
    return context.text('slow')
  })
  app.get('/broken', () => {
    throw new Error('on purpose')
  })
  const slow = app.request('/slow')
  const away = await app.request('/broken')
  expect(away.status).toBe(503)
  expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await away.json()).toMatchObject({ id: 'ServerBusy' })
  open()
  expect((await slow).status).toBe(200)
  for (let again = 0; again < 3; again += 1) expect((await app.request('/broken')).status).toBe(500)
})
