import { describe, expect, it } from 'vitest'
import { makeMeeting, makeSeat } from '../../../core/groupwork/cases/group-case.ts'
import { memberMark, memberMarkId, tieKey } from '../../../core/groupwork/members/member-mark.ts'
import { readSociogram } from '../../../core/groupwork/members/read-sociogram.ts'
import type { JsonObject } from '../../../core/kit/json.ts'
import { scopeOf } from '../../../core/sync/entry.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { readRecord } from '../../sync/typed-record-parse.ts'
import type { Look } from '../../sync/use-act-in-turn.ts'
import { draftsOfNoTie, draftsOfTie } from './draft-tie.ts'

const { id: meetingId } = makeMeeting(1)
const lan = makeSeat('lan', 'family A', 'child')
const chuan = makeSeat('chuan', 'family B', 'child')

/** A device that keeps what it is told. */
function openDevice() {
  const kept = new Map<string, JsonObject>()
  const look: Look = (kind, id) => {
    const fields = kept.get(id)
    if (fields === undefined) return null
    const bare = { position: 1, version: 1, conflicts: [], trail: [], removed: false, unsent: true }
    return readRecord(kind, {
      kind: kind.name,
      id,
      scope: scopeOf(kind, id, fields),
      fields,
      ...bare,
    })
  }
  const keep = (drafts: readonly Draft[]) => {
    for (const { recordId, fields } of drafts)
      kept.set(recordId, { ...kept.get(recordId), ...fields })
    return drafts.map(({ verb }) => verb)
  }
  const ties = () => {
    const marks = [lan, chuan].flatMap(
      (seat) => look(memberMark, memberMarkId(meetingId, seat.id)) ?? [],
    )
    return readSociogram([lan, chuan], marks).ties
  }
  return { look, keep, ties }
}

describe('a line of the sociogram', () => {
  it('stands in the mark of whoever turned, and in both when they turned to each other [GRP-49]', () => {
    const { look, keep, ties } = openDevice()
    const tie = { from: lan, to: chuan, mutual: false }
    expect(keep(draftsOfTie(meetingId, { ...tie, kind: 'close' }, look))).toEqual(['create'])
    expect(look(memberMark, memberMarkId(meetingId, lan.id))?.ties).toEqual({
      [tieKey('close', chuan.id)]: true,
    })
    const both = draftsOfTie(meetingId, { ...tie, kind: 'works', mutual: true }, look)
    expect(keep(both)).toEqual(['edit', 'create'])
    expect(ties().map(({ kind, mutual }) => [kind, mutual])).toEqual([
      ['close', false],
      ['works', true],
    ])
  })

  it('goes from both marks at once, and leaves the others', () => {
    const { look, keep, ties } = openDevice()
    const tie = { from: lan, to: chuan, mutual: true }
    keep(draftsOfTie(meetingId, { ...tie, kind: 'close' }, look))
    keep(draftsOfTie(meetingId, { ...tie, kind: 'works' }, look))
    const [close] = ties()
    if (close === undefined) throw new Error('no line')
    expect(keep(draftsOfNoTie(meetingId, close, look))).toEqual(['edit', 'edit'])
    expect(ties().map(({ kind }) => kind)).toEqual(['works'])
    expect(draftsOfNoTie(meetingId, close, look)).toEqual([])
  })
})
