import type { CodebookCodeEntry } from './codebook-code.ts'

export interface CodeInTree {
  readonly code: CodebookCodeEntry
  /** 0 for a head. */
  readonly depth: number
  /** Its own and all its parents' names, from the head down. */
  readonly path: readonly string[]
}

/**
 * The codebook as it is read: heads, and under each its codes. A code whose parent is not here, or that stands under itself by
 * two people's edits, becomes a head: none is lost.
 */
export function orderCodes(codes: readonly CodebookCodeEntry[]): readonly CodeInTree[] {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const children = new Map<string | null, CodebookCodeEntry[]>()
  for (const code of codes) {
    const parent = hasHead(code, byId) ? code.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), code])
  }
  const walk = (parent: string | null, depth: number, path: readonly string[]): CodeInTree[] =>
    (children.get(parent) ?? []).sort(byPlace).flatMap((code) => {
      const itsPath = [...path, code.name]
      return [{ code, depth, path: itsPath }, ...walk(code.id, depth + 1, itsPath)]
    })
  return walk(null, 0, [])
}

function byPlace(left: CodebookCodeEntry, right: CodebookCodeEntry): number {
  if (left.place !== right.place) return left.place - right.place
  return left.name < right.name ? -1 : Number(left.name > right.name)
}

/** Walks up to a head; a circle, or a parent that is not here, has none. */
function hasHead(code: CodebookCodeEntry, byId: ReadonlyMap<string, CodebookCodeEntry>): boolean {
  const seen = new Set<string>()
  for (let at: CodebookCodeEntry | undefined = code; at !== undefined; ) {
    if (at.parentId === null) return true
    if (seen.has(at.id)) return false
    seen.add(at.id)
    at = byId.get(at.parentId)
  }
  return false
}

/** Codes that share a name: other programs keep names apart only by the name itself. */
export function listNamesTwice(codes: readonly CodebookCodeEntry[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { name } of codes) {
    if (seen.has(name)) twice.add(name)
    seen.add(name)
  }
  return twice
}
