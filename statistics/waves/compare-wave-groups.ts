import { assumptions } from '../assumptions.ts'
import { keepCompleteRows } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { fUpper } from '../numeric/distributions.ts'
import type { FTest } from '../numeric/compare-fits.ts'
import { covarianceTable } from '../numeric/matrix.ts'
import { meanOf, sdOf, sumOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Missing, Refused, Result } from '../result.ts'
import { contrastEach } from './compare-waves.ts'
import type { WaveContrast } from './compare-waves.ts'
import { measureSphericity } from './sphericity.ts'
import type { Sphericity } from './sphericity.ts'

export type WithinTest = FTest & {
  sumOfSquares: number
  pGreenhouseGeisser: number
  pHuynhFeldt: number
  partialEtaSquared: number
}
export type MixedAnova = {
  group: FTest & { sumOfSquares: number; partialEtaSquared: number }
  wave: WithinTest
  interaction: WithinTest
  errorBetween: { sumOfSquares: number; df: number }
  errorWithin: { sumOfSquares: number; df: number }
  sphericity: Sphericity
  cells: { group: string; n: number; means: number[]; sds: number[]; pairs: WaveContrast[] }[]
}

/**
 * Group x wave ANOVA (one factor between, waves within) with type III sums of squares, that is sum
 * contrasts and unweighted group means, so that groups of different size count alike. Within tests
 * carry the Greenhouse-Geisser and Huynh-Feldt p from the pooled within-group covariances. The paired
 * comparisons of each group use all its rows that have both waves. Refuses fewer than two waves or
 * groups, groups of fewer than two complete rows, and no residual variance.
 */
export function compareWaveGroups(
  waves: readonly Column[],
  labels: readonly (string | number | null)[],
): Result<MixedAnova> {
  const read = readWaveGroups(waves, labels)
  if (!read.ok) return read
  const { groups, n, k } = read
  const g = groups.length
  const grand = meanOf(groups.flatMap((group) => group.columns.flat()))
  const centred = groups.map(({ columns }) => columns.map((c) => c.map((value) => value - grand)))
  const sizes = groups.map((group) => at(group.columns, 0).length)
  const between = splitBetween(centred, sizes, k)
  const within = splitWithin(centred, sizes)
  if (!varies(between, within)) {
    return refuse('ZeroVariance', 'rows or residuals do not vary inside the groups')
  }
  const df = { between: n - g, within: (n - g) * (k - 1) }
  const sphericity = measureSphericity(poolCovariances(centred, n - g), n - g, n)
  const fGroup = between.group / (g - 1) / (between.error / df.between)
  const test = (sumOfSquares: number, df1: number) =>
    testWithin(sumOfSquares, df1, within.error, df.within, sphericity)
  const interaction = test(within.interaction, (g - 1) * (k - 1))
  return conclude({
    estimate: {
      name: 'partial eta squared of the interaction',
      value: interaction.partialEtaSquared,
    },
    value: {
      group: {
        f: fGroup,
        df1: g - 1,
        df2: df.between,
        p: fUpper(fGroup, g - 1, df.between),
        sumOfSquares: between.group,
        partialEtaSquared: between.group / (between.group + between.error),
      },
      wave: test(within.wave, k - 1),
      interaction,
      errorBetween: { sumOfSquares: between.error, df: df.between },
      errorWithin: { sumOfSquares: within.error, df: df.within },
      sphericity,
      cells: groups.map(({ label, columns, open }) => ({
        group: label,
        n: at(columns, 0).length,
        means: columns.map(meanOf),
        sds: columns.map(sdOf),
        pairs: contrastEach(open),
      })),
    },
    n,
    missing: read.missing,
    method: { id: 'anova-mixed-type3', name: 'Group x wave ANOVA, type III, Greenhouse-Geisser' },
    assumptions: [
      assumptions.independentUnits,
      assumptions.normalWithin,
      assumptions.equalVariances,
      assumptions.sphericity,
    ],
  })
}

function varies(
  between: { group: number; error: number },
  within: { wave: number; error: number },
): boolean {
  const all = between.group + between.error + within.wave + within.error
  return within.error > 1e-20 * all && between.error > 1e-20 * all
}

type WaveGroup = { label: string; columns: number[][]; open: Column[] }
type WaveGroups = { ok: true; groups: WaveGroup[]; n: number; k: number; missing: Missing }

function readWaveGroups(
  waves: readonly Column[],
  labels: readonly (string | number | null)[],
): WaveGroups | Refused {
  if (waves.length < 2) return refuse('TooFewGroups', `${waves.length} waves; at least 2 needed`)
  const lengths = waves.map((wave) => wave.length)
  if (lengths.some((length) => length !== labels.length)) {
    return refuse('LengthMismatch', `waves of ${lengths.join(', ')} rows, ${labels.length} labels`)
  }
  const names = [...new Set(labels.filter((label) => label !== null).map(String))]
  if (names.length < 2) return refuse('TooFewGroups', `${names.length} groups; at least 2 needed`)
  const groups: WaveGroup[] = []
  let n = 0
  for (const label of names) {
    const own = labels.flatMap((entry, i) => (entry !== null && String(entry) === label ? [i] : []))
    const open = waves.map((wave) => own.map((i) => wave[i] ?? null))
    const read = keepCompleteRows(open)
    if (!read.ok) return read
    const size = at(read.kept, 0).length
    if (size < 2) return refuse('TooFewValues', `group ${label} has ${size} complete rows`)
    groups.push({ label, columns: read.kept, open })
    n += size
  }
  const missing: Missing = { count: labels.length - n, handling: 'complete-cases' }
  return { ok: true, groups, n, k: waves.length, missing }
}

type Groups = readonly (readonly (readonly number[])[])[]

/** Sums of squares of row means: between groups (unweighted means) and inside groups. */
function splitBetween(
  groups: Groups,
  sizes: readonly number[],
  k: number,
): { group: number; error: number } {
  const rowMeans = groups.map((columns, g) =>
    Array.from({ length: at(sizes, g) }, (_, i) => meanOf(columns.map((c) => at(c, i)))),
  )
  const means = rowMeans.map(meanOf)
  const total = sumOf(sizes)
  const centre = sumOf(means.map((m, g) => m * at(sizes, g))) / total
  return {
    group: k * sumOf(means.map((m, g) => at(sizes, g) * (m - centre) ** 2)),
    error: k * sumOf(rowMeans.flatMap((rows, g) => rows.map((m) => (m - at(means, g)) ** 2))),
  }
}

/** Sums of squares of what each row differs from its own mean: waves, waves x group, residual. */
function splitWithin(
  groups: Groups,
  sizes: readonly number[],
): { wave: number; interaction: number; error: number } {
  const inside = groups.map((columns, g) => {
    const rowMeans = Array.from({ length: at(sizes, g) }, (_, i) =>
      meanOf(columns.map((c) => at(c, i))),
    )
    return columns.map((column) => column.map((value, i) => value - at(rowMeans, i)))
  })
  const means = inside.map((columns) => columns.map(meanOf))
  const k = at(means, 0).length
  const waves = Array.from({ length: k }, (_, j) => j)
  const total = sumOf(sizes)
  const g = groups.length
  // Type III: the hypothesis is about the plain average of the group means of each contrast.
  const plain = waves.map((j) => sumOf(means.map((m) => at(m, j))) / g)
  const scale = sumOf(sizes.map((size) => 1 / size)) / g ** 2
  const weighted = waves.map((j) => sumOf(means.map((m, i) => at(m, j) * at(sizes, i))) / total)
  return {
    wave: sumOf(plain.map((m) => m * m)) / scale,
    interaction: sumOf(
      means.flatMap((m, i) => waves.map((j) => at(sizes, i) * (at(m, j) - at(weighted, j)) ** 2)),
    ),
    error: sumOf(
      inside.flatMap((columns, i) =>
        columns.flatMap((c, j) => c.map((value) => (value - at(at(means, i), j)) ** 2)),
      ),
    ),
  }
}

function poolCovariances(groups: Groups, dfError: number): number[][] {
  const parts = groups.map((columns) => {
    const df = at(columns, 0).length - 1
    return covarianceTable(columns).map((row) => row.map((value) => value * df))
  })
  const [first = []] = parts
  return first.map((row, i) =>
    row.map((_, j) => sumOf(parts.map((part) => at(at(part, i), j))) / dfError),
  )
}

function testWithin(
  sumOfSquares: number,
  df1: number,
  error: number,
  df2: number,
  { greenhouseGeisser, huynhFeldt }: Sphericity,
): WithinTest {
  const f = sumOfSquares / df1 / (error / df2)
  const pAt = (epsilon: number) => fUpper(f, df1 * epsilon, df2 * epsilon)
  return {
    f,
    df1,
    df2,
    p: pAt(1),
    sumOfSquares,
    pGreenhouseGeisser: pAt(greenhouseGeisser),
    pHuynhFeldt: pAt(huynhFeldt),
    partialEtaSquared: sumOfSquares / (sumOfSquares + error),
  }
}
