import { expect, it } from 'vitest'
import {
  groupId,
  idOf,
  makeMeeting,
  makeSeat,
  mark,
  entryOf,
} from '../groupwork/cases/group-case.ts'
import { meetingId } from '../groupwork/meeting.ts'
import { meetingRecord, meetingRecordId } from '../groupwork/meeting-record.ts'
import { paperInput } from './cases/paper-input.ts'
import { fillMidReview } from './papers/mid-review.ts'

const at = meetingId(groupId, 1)
const lan = makeSeat('兰兰', 'family A', 'child')

function reviewOf(goalAttainment: string) {
  const its = { groupId, meetingId: at, strand: 'joint', state: 'submitted', submissions: 1 }
  const record = meetingRecord.readEntry(
    entryOf(meetingRecord, meetingRecordId(at, 'joint'), {
      ...its,
      goalAttainment,
      evidence: 'x',
      submittedOn: '2026-03-08',
    }),
  )
  const filled = { filledBy: '张婶', filledAs: 'neighbour' }
  return fillMidReview(
    paperInput({
      meetings: [makeMeeting(1)],
      seats: [lan],
      families: [{ id: idOf('family A'), code: 'Z-1' }],
      people: ['李小兰', '李秀英', '奶奶'].map((name) => ({ familyId: idOf('family A'), name })),
      attendance: [mark(1, lan, 'inPerson', { keptSeats: { mother: filled } })],
      meetingRecords: [record],
    }),
  )['attainments']
}

it('the review at half-way hides whoever is recorded in the families, not only who has a seat [PAP-16]', () => {
  expect(reviewOf('李小兰先开口；李秀英没来，邻居张婶代坐；兰兰笑了')).toMatchObject([
    { attainment: 'Z-1先开口；Z-1没来，邻居Z-1代坐；Z-1笑了' },
  ])
})

it('what people of any family are called stays readable [PAP-16]', () => {
  expect(reviewOf('奶奶陪着来')).toMatchObject([{ attainment: '奶奶陪着来' }])
})
