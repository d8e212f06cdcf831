// Who cookies speak for. Requests that arrive together ask in one statement, and what describes a member of staff is read
// again only when a record of it has changed.
import { describeSession, type OpenSession, type SessionDeps } from './sessions.ts'
import { hashToken } from './tokens.ts'

const mostDescribed = 2_000

export interface SessionFinder {
  /** Who a cookie speaks for, at this moment: a suspended member of staff has no session, whatever the cookie says. */
  readonly find: (token: string) => Promise<OpenSession | null>
}

interface SessionRow {
  readonly hash: string
  readonly agency_id: string
  readonly staff_id: string
  readonly ends_at: Date
  /** The versions of the records that describe the member of staff and the agency, in this history of the database. */
  readonly described_by: string
}

interface Waiting {
  readonly hash: Buffer
  readonly resolve: (row: SessionRow | null) => void
  readonly reject: (trouble: unknown) => void
}

export function createSessionFinder(deps: SessionDeps): SessionFinder {
  const look = createLookUp(deps)
  const described = new Map<string, OpenSession>()
  return {
    find: async (token) => {
      const row = await look(hashToken(token))
      if (row === null) return null
      const { agency_id: agencyId, staff_id: staffId, described_by: describedBy } = row
      const endsAt = row.ends_at.toISOString()
      // What a lapsed record check leaves of the roles changes with the day alone.
      const key = `${agencyId}|${staffId}|${describedBy}|${deps.now().slice(0, 10)}`
      const known = described.get(key)
      if (known !== undefined) return { ...known, welcome: { ...known.welcome, endsAt } }
      const session = await describeSession(deps, agencyId, staffId, endsAt)
      if (session === null) return null
      if (described.size >= mostDescribed) described.clear()
      described.set(key, session)
      return session
    },
  }
}

/** Asks for all that have gathered while the last question was under way; each was asked after its request arrived. */
function createLookUp({
  pool,
}: Pick<SessionDeps, 'pool'>): (hash: Buffer) => Promise<SessionRow | null> {
  let gathered: Waiting[] = []
  let busy = false
  const answer = async (asking: readonly Waiting[]): Promise<void> => {
    try {
      const { rows } = await pool.query<SessionRow>({
        name: 'sessions',
        text: "select encode(token_hash, 'hex') as hash, agency_id, staff_id, ends_at, described_by from find_sessions($1)",
        values: [asking.map(({ hash }) => hash)],
      })
      const found = new Map(rows.map((row) => [row.hash, row]))
      for (const { hash, resolve } of asking) resolve(found.get(hash.toString('hex')) ?? null)
    } catch (trouble) {
      for (const { reject } of asking) reject(trouble)
    }
  }
  const drain = async (): Promise<void> => {
    busy = true
    while (gathered.length > 0) {
      const asking = gathered
      gathered = []
      await answer(asking)
    }
    busy = false
  }
  return (hash) =>
    new Promise((resolve, reject) => {
      gathered.push({ hash, resolve, reject })
      if (!busy) void drain()
    })
}
