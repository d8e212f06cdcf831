// No file may need itself: runtime imports form no circle (types are erased and may).
import type { ImportEdge } from './import-edges.ts'
import type { Finding } from './sources.ts'

/** One finding per circle of runtime imports, naming the files on it. */
export function checkCycles(edges: readonly ImportEdge[]): Finding[] {
  const graph = new Map<string, ImportEdge[]>()
  for (const edge of edges) {
    if (edge.typeOnly || edge.target === undefined) continue
    graph.set(edge.path, [...(graph.get(edge.path) ?? []), edge])
  }
  const findings: Finding[] = []
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]) => {
    if (done.has(path)) return
    for (const edge of graph.get(path) ?? []) {
      const target = edge.target ?? ''
      const at = [...trail, path].indexOf(target)
      if (at === -1) visit(target, [...trail, path])
      else findings.push(describeCircle(edge, [...trail, path].slice(at)))
    }
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return findings
}

function describeCircle({ path, line, target }: ImportEdge, circle: readonly string[]): Finding {
  const message = `circle: ${[...circle, target].join(' → ')}. Move what both need to the left.`
  return { path, line, rule: 'no-cycles', message, level: 'error' }
}
