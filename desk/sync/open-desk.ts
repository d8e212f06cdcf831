// From an opened vault to a desk at work, and back.
import type { Desk } from './desk.ts'
import { type Courier, startCourier } from './courier.ts'
import { serverLine } from './cycle.ts'
import { keep } from './keep.ts'
import { closeReplica, openReplica } from './replica.ts'
import { startFileSender } from './send-files.ts'
import { serverFileLine } from './send-parts.ts'
import { setCaller } from './server.ts'
import type { LoginAnswer } from './server-shapes.ts'
import { joinTabs, type TabLine } from './tabs.ts'
import { isEnded, shutEndedVaults } from './shut-device.ts'
import { listOpenable, type OpenVault } from './vaults.ts'

/** The store is open: sending begins, the other tabs are joined, the browser is asked to keep it. */
export async function openDesk(
  desk: Desk,
  vault: OpenVault,
  account: LoginAnswer | null,
): Promise<void> {
  const replica = await openReplica(vault)
  if (account !== null) await keep(replica, { account })
  const courier = startCourier(replica, serverLine, desk.clock)
  const files = startFileSender(replica, courier, serverFileLine, desk.clock)
  const tabs: TabLine = joinTabs(replica, {
    lock: () => void lock(desk, false),
    signedIn: courier.renewSession,
    line: courier.hear,
  })
  tellLine(courier, tabs)
  setCaller(replica.staffId)
  shutWhenEnded(desk, courier)
  desk.go({ at: 'open', open: { replica, courier, files, clock: desk.clock, tabs } })
  courier.sendSoon()
  // Removing keeps what is on this device from being evicted; the device page shows the answer.
  navigator.storage?.persist?.().catch(reportError)
}

/** One tab sends for all, so the others hear from it how the line stands. */
function tellLine(courier: Courier, tabs: TabLine): void {
  let told = ''
  courier.subscribe(() => {
    const { phase, trouble, ended } = courier.state()
    if (phase === 'sending') return
    const news = { type: 'line' as const, trouble, ended }
    if (JSON.stringify(news) === told) return
    told = JSON.stringify(news)
    tabs.tell(news)
  })
}

/** The session has ended: perhaps of itself, perhaps because this device was ended elsewhere. */
function shutWhenEnded(desk: Desk, courier: Courier): void {
  let asked = false
  courier.subscribe(() => {
    const { ended } = courier.state()
    if (ended && !asked) lockIfEnded(desk).catch(reportError)
    asked = ended
  })
}

/** Memory first, then the disk: the store is closed before its copies go. */
async function lockIfEnded(desk: Desk): Promise<void> {
  const stage = desk.stage()
  if (stage.at !== 'open') return
  const { deviceId } = stage.open.replica
  if (!(await isEnded(deviceId))) return
  await lock(desk)
  await shutEndedVaults()
  desk.go({ at: 'signIn', vaults: (await listOpenable()).length, shut: true })
}

/** Key and plain text leave the memory; everything on the disk is sealed and stays. */
export async function lock(desk: Desk, tellOthers = true): Promise<void> {
  const stage = desk.stage()
  if (stage.at !== 'open') return
  const { replica, courier, files, tabs } = stage.open
  if (tellOthers) tabs.tell({ type: 'lock' })
  courier.stop()
  files.stop()
  tabs.close()
  setCaller(null)
  desk.go({ at: 'unlock', account: null })
  await closeReplica(replica)
}
