// The invented group of the evaluation cases, with what a report needs around it.
import { supportGroup } from '../../groupwork/support-group.ts'
import { readInstrument } from '../../inquiry/cases/read-instruments.ts'
import { answerSheet } from '../../inquiry/answer-sheet.ts'
import { wave } from '../../inquiry/wave.ts'
import { meetingRecord } from '../../groupwork/meeting-record.ts'
import { groupWorld, ids, wordingIn } from '../../evaluation/cases/group-world.ts'
import { defaultOptions } from '../../evaluation/evaluate-change.ts'
import { noTexts, type SatisfactionAnswers, type SummaryInput } from '../summary-input.ts'

import { citedCases } from './cited-sources.ts'

const leader = '00000000-0000-4000-8000-000000000701'

export function summaryInput(
  language: 'zh-CN' | 'en',
  changes: Partial<SummaryInput> = {},
): SummaryInput {
  const fields = supportGroup.read({
    title: language === 'zh-CN' ? '风筝线亲子平行小组' : 'The kite line',
    code: 'P-2026-01',
    programmeVersion: '1',
    team: { [leader]: 'leader' },
    aims:
      language === 'zh-CN'
        ? ['让孩子和家长每周有一次愉快的通话', '学会先听后说']
        : ['A pleasant call every week', 'Listen first, then speak'],
    place: language === 'zh-CN' ? '虚构村村委会活动室' : 'Village hall of the fictional village',
    state: 'closed',
    startedOn: '2026-03-10',
    closedOn: '2026-04-12',
  })
  const record = meetingRecord.read({
    groupId: ids.group,
    meetingId: '00000000-0000-4000-8000-000000000901',
    strand: 'joint',
    goalAttainment:
      language === 'zh-CN'
        ? '六对亲子都完成了一次五分钟通话。'
        : 'All six pairs made a call of five minutes.',
    state: 'submitted',
  })
  return {
    agency: {
      name:
        language === 'zh-CN' ? '虚构县星星社会工作服务中心' : 'Fictional Star Social Work Centre',
      county: language === 'zh-CN' ? '虚构县' : 'Fictional County',
      sample: true,
    },
    group: { ...fields, id: ids.group },
    programmeTitle:
      language === 'zh-CN' ? '亲子平行小组（八节）' : 'Parallel group in eight meetings',
    staff: [{ id: leader, name: language === 'zh-CN' ? '虚构社工甲' : 'Worker A (fictional)' }],
    records: groupWorld({
      reliability: [{ kind: 'retest', value: 0.8, sd: 2, source: 'A manual' }],
    }),
    satisfaction: satisfactionAnswers(),
    sources: citedCases,
    meetingRecords: [{ ...record, meetingId: 'meeting 1', id: 'record 1' }],
    options: { ...defaultOptions, test: { kind: 'wilcoxon', zeros: 'pratt' } },
    scaleIds: null,
    texts: noTexts,
    madeOn: '2026-05-20',
    computedAt: '2026-05-20T08:00:00Z',
    wording: wordingIn(language),
    ...changes,
  }
}

/** Two children and one mother said how the group was for them. */
function satisfactionAnswers(): SatisfactionAnswers {
  const instrumentId = '00000000-0000-4000-8000-000000000702'
  const waveId = '00000000-0000-4000-8000-000000000703'
  const asked = readInstrument('kiteline-satisfaction')
  const its = wave.read({
    title: 'satisfaction',
    phase: 'survey',
    groupId: ids.group,
    instrumentIds: [instrumentId],
    opensOn: '2026-04-12',
  })
  const sheet = (number: number, respondent: number, overall: number) => {
    const idOf = (last: number): string => `00000000-0000-4000-8000-0000000007${last}`
    const answers = Object.fromEntries(
      ['activities', 'worker', 'time-place', 'learnt', 'comfortable', 'again'].map((id) => [id, 4]),
    )
    const fields = answerSheet.read({
      waveId,
      instrumentId,
      familyId: idOf(10 + number),
      childId: idOf(20 + number),
      respondentId: idOf(respondent + number),
      mode: 'paper',
      state: 'submitted',
      answers: { ...answers, overall, best: '一起画画' },
    })
    return { ...fields, id: idOf(40 + number) }
  }
  return {
    instruments: [{ ...asked, id: instrumentId }],
    waves: [{ ...its, id: waveId }],
    sheets: [sheet(1, 20, 5), sheet(2, 20, 4), sheet(3, 30, 3)],
  }
}
