import { writeShare, type Wording } from '../../evaluation/write-numbers.ts'
import { countLiveExpected, type Participation } from '../../groupwork/count-attendance.ts'
import type { FieldValues } from '../field-values.ts'

/** The attendance curve: of those expected at each meeting, how many were there in the room or on the call. */
export function drawPresence(all: readonly Participation[], { translate }: Wording): FieldValues {
  const numbers = new Set(all.filter(({ expected }) => expected).map(({ meeting }) => meeting.no))
  const rows = [...numbers]
    .toSorted((left, right) => left - right)
    .map((no) => {
      const own = all.filter(({ meeting, expected }) => expected && meeting.no === no)
      const share = countLiveExpected(own) / own.length
      return {
        label: translate('groupwork:meeting.no', { no }),
        value: share * 100,
        text: writeShare(share),
        reach: null,
      }
    })
  if (rows.length < 2) return { hasPresence: false, captionPresence: '' }
  const title = translate('paperwork:paper.presenceTitle')
  const told = rows.map(({ label, text }) => translate('paperwork:paper.labelled', { label, text }))
  return {
    hasPresence: true,
    captionPresence: title,
    chartPresence: {
      chart: {
        kind: 'stems',
        title,
        key: '',
        description: told.join(translate('paperwork:summary.partGap')),
        axis: { title: translate('paperwork:paper.presenceAxis'), min: 0, max: 100 },
        rows,
      },
    },
  }
}
