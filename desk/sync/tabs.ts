// Tabs of one browser tell each other which rows changed and that the desk was locked; never what is in a row.
import { z } from 'zod'
import { sealedStores } from './database.ts'
import { type ChangedRows, tellTabs } from './keep.ts'
import { takeRows } from './take-rows.ts'
import type { LineNews } from './courier.ts'
import type { Replica } from './replica.ts'
import { troubleIds } from './server.ts'

const messageShape = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('rows'),
    rows: z.array(z.strictObject({ store: z.enum(sealedStores), row: z.string().max(200) })),
  }),
  z.strictObject({ type: z.literal('lock') }),
  z.strictObject({ type: z.literal('signedIn') }),
  z.strictObject({
    type: z.literal('line'),
    trouble: z.enum(troubleIds).nullable(),
    ended: z.boolean(),
  }),
])
type TabMessage = z.infer<typeof messageShape>

export interface TabLine {
  readonly tell: (message: TabMessage) => void
  readonly close: () => void
}

export function joinTabs(
  replica: Replica,
  on: {
    readonly lock: () => void
    readonly signedIn: () => void
    readonly line: (news: LineNews) => void
  },
): TabLine {
  const channel = new BroadcastChannel(`kiteline-${replica.staffId}-${replica.generation}`)
  const tell = (message: TabMessage) => channel.postMessage(message)
  tellTabs(replica, (rows: readonly ChangedRows[]) => tell({ type: 'rows', rows: [...rows] }))
  channel.addEventListener('message', (event) => {
    const parsed = messageShape.safeParse(event.data)
    if (!parsed.success) return
    if (parsed.data.type === 'lock') on.lock()
    else if (parsed.data.type === 'signedIn') on.signedIn()
    else if (parsed.data.type === 'line') on.line(parsed.data)
    // A store locked meanwhile has nothing to take over.
    else takeRows(replica, parsed.data.rows).catch(reportError)
  })
  return { tell, close: () => channel.close() }
}
