import { useMemo } from 'react'
import { family } from '../../../core/families/family.ts'
import { countModes, type ReturnLine } from '../../../core/inquiry/count-returns.ts'
import { text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import { ReturnsTable } from './returns-table.tsx'
import { countLines, type WaveLine } from './use-wave.ts'

/** How many of those expected have answered, village by village, and by which way. */
export function FamilyReturns({ lines }: { readonly lines: readonly WaveLine[] }) {
  const families = useRecords(family)
  const returns = useMemo(() => {
    const villages = new Map(families.map(({ id, village }) => [id, village.trim()]))
    const villageOf = ({ place }: WaveLine): string => villages.get(place.familyId) ?? ''
    const names = [...new Set(lines.map(villageOf))].sort((left, right) =>
      left.localeCompare(right, 'zh-CN'),
    )
    return {
      lines: names.map((name) =>
        lineOf(
          name,
          lines.filter((line) => villageOf(line) === name),
        ),
      ),
      whole: lineOf('', lines),
    }
  }, [families, lines])
  const ways = useMemo(() => {
    const modes = lines.flatMap(({ sheet }) => (sheet?.state === 'submitted' ? [sheet.mode] : []))
    return countModes(modes).map(({ mode, count }) => ({
      name: text(`inquiry:sheetMode.${mode}`),
      count,
    }))
  }, [lines])
  if (returns.lines.length < 2 && ways.length === 0) return null
  return (
    <ReturnsTable
      returns={returns}
      head={text('inquiry:returns.village')}
      asked={text('inquiry:returns.expected')}
      ways={ways}
    />
  )
}

function lineOf(label: string, lines: readonly WaveLine[]): ReturnLine {
  const { expected, submitted, rate } = countLines(lines)
  return { label, handedOut: expected, returned: submitted, rate }
}
