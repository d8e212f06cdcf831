import 'fake-indexeddb/auto'
import { expect, it, onTestFinished, vi } from 'vitest'
import { actOn } from './act.ts'
import { openDevice, openVillage, testClock, workerId } from './cases/village.ts'
import { startCourier } from './courier.ts'
import { family } from '../../core/families/family.ts'

function makeGate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open: () => open() }
}

it('sends with the next round at once what was saved while one was under way', async () => {
  const village = openVillage()
  const { replica } = await openDevice()
  const begun = makeGate()
  const goOn = makeGate()
  const line = {
    ...village.line,
    pull: async (request: Parameters<typeof village.line.pull>[0]) => {
      begun.open()
      await goOn.passed
      return village.line.pull(request)
    },
  }
  const courier = startCourier(replica, line, testClock)
  onTestFinished(() => courier.stop())
  const round = courier.sendNow()
  await begun.passed
  const recordId = testClock.newId()
  const fields = { code: 'Z-1', staff: [workerId], registeredOn: '2026-02-01' }
  const made = await actOn(
    replica,
    [{ kind: family, recordId, verb: 'create', input: {}, fields }],
    testClock,
  )
  expect(made.ok).toBe(true)
  courier.sendSoon()
  goOn.open()
  await round
  expect(replica.outbox.size()).toBe(1)
  await vi.waitFor(() => expect(replica.outbox.size()).toBe(0), { timeout: 5000 })
})
