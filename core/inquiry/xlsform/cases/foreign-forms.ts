// Forms as other tools publish them: their columns, types and ways of writing, with wording of our own.
import type { Cell, Table } from '../../../kit/table.ts'

/** How a form names an answer; below it is written `@{name}`, for a dollar there would be ours. */
export const answerMark = '\u0024{'

type Row = readonly (string | number)[]

export function tableOf(name: string, rows: readonly Row[]): Table {
  return { name, merges: [], rows: rows.map((row) => row.map(cellOf)) }
}

function cellOf(value: string | number): Cell {
  if (typeof value === 'number') return { kind: 'number', value }
  return value === ''
    ? { kind: 'empty' }
    : { kind: 'text', text: value.replaceAll('@{', answerMark) }
}

const yesNo: readonly Row[] = [
  ['yn', 'yes', '是', 'Yes'],
  ['yn', 'no', '否', 'No'],
]

/** The first forms of all: types in words, columns named by where they end up, one colon before a language. */
export const oldestForm = [
  tableOf('survey', [
    [
      'type',
      'name',
      'label:English',
      'bind:required',
      'bind:relevant',
      'bind:constraint',
      'bind:jr:constraintMsg',
      'control:appearance',
    ],
    ['select one from people or specify other', 'who', 'Who cooks?', 'yes', '', '', '', 'minimal'],
    [
      'select all that apply from days',
      'days',
      'On which days?',
      '',
      "@{who} != 'other'",
      "not(selected(., '1'))",
      'Not on the first.',
      '',
    ],
    ['int', 'how_many', 'For how many?', '', '', '. < 10', '', ''],
  ]),
  tableOf('choices', [
    ['list name', 'name', 'label:English'],
    ['people', 'grandmother', 'Grandmother'],
    ['people', 'aunt', 'Aunt'],
    ['days', 1, 'First'],
    ['days', 2, 'Second'],
    ['days', 99, 'Do not know'],
    ['days', 'refused', 'Would not say'],
  ]),
]

/** A form builder in the browser: meta rows, text names of options, a question that hangs on one of them. */
export const builderForm = [
  tableOf('survey', [
    [
      'type',
      'name',
      'label',
      'required',
      'relevant',
      'appearance',
      'constraint',
      'constraint_message',
    ],
    ['start', 'start', '', '', '', '', '', ''],
    ['end', 'end', '', '', '', '', '', ''],
    ['begin_group', 'home', 'At home', '', '', 'field-list', '', ''],
    ['select_one yn', 'phone_at_home', 'Is there a phone?', 'true', '', '', '', ''],
    [
      'integer',
      'calls',
      'How many calls a week?',
      'false',
      "@{phone_at_home} = 'yes'",
      '',
      '. >= 0 and . <= 50',
      '',
    ],
    ['end_group', '', '', '', '', '', '', ''],
    ['note', 'bye', 'Thank you.', '', '', '', '', ''],
  ]),
  tableOf('choices', [
    ['list_name', 'name', 'label'],
    ['yn', 'yes', 'Yes'],
    ['yn', 'no', 'No'],
  ]),
  tableOf('settings', [
    ['form_title', 'form_id', 'version'],
    ['Phones at home', 'aPhones_01', '3 (2025-11-02)'],
  ]),
]

/** A field tool with two languages, a likert scale, sums with turned items and a mean. */
export const bilingualScale = [
  tableOf('survey', [
    [
      'type',
      'name',
      'label::English (en)',
      'label::中文 (zh)',
      'hint::English (en)',
      'appearance',
      'required',
      'calculation',
    ],
    [
      'select_one agree',
      's1',
      'We talk.',
      '我们聊天。',
      'With anybody at home.',
      'likert',
      'yes',
      '',
    ],
    ['select_one agree', 's2', 'We keep silent.', '我们不说话。', '', 'likert', 'yes', ''],
    ['select_one agree', 's3', 'We laugh.', '我们一起笑。', '', 'likert', '', ''],
    ['calculate', 'talk_sum', '', '', '', '', '', '@{s1} + (6 - @{s2}) + @{s3}'],
    ['calculate', 'talk_mean', '', '', '', '', '', '(@{s1} + (6 - @{s2}) + @{s3}) div 3'],
    ['calculate', 'talk_percent', '', '', '', '', '', '(number(@{s1}) + number(@{s3})) * 10'],
  ]),
  tableOf('choices', [
    ['list_name', 'name', 'label::English (en)', 'label::中文 (zh)'],
    ...[1, 2, 3, 4, 5].map((value) => ['agree', value, `Step @{value}`, `第@{value}级`]),
  ]),
  tableOf('settings', [
    ['form_title', 'form_id', 'default_language'],
    ['聊天', 'talk', '中文 (zh)'],
  ]),
]

/** The older way of writing: "begin group", "list name", one colon before the language, capitals in yes. */
export const olderForm = [
  tableOf('survey', [
    ['type', 'name', 'label:English', 'relevant', 'required'],
    ['begin group', 'g1', 'About school', '', ''],
    ['select_multiple ways', 'ways', 'Ways to school', '', 'Yes'],
    ['text', 'other', 'Which other way?', "selected(@{ways}, 'x')", ''],
    [
      'begin group',
      'g2',
      'Walking',
      "selected(@{ways}, 'foot') and not(selected(@{ways}, 'bus'))",
      '',
    ],
    ['decimal', 'km', 'How far?', '', ''],
    ['end group', '', '', '', ''],
    ['end group', '', '', '', ''],
  ]),
  tableOf('choices', [
    ['list name', 'name', 'label:English'],
    ['ways', 'foot', 'On foot'],
    ['ways', 'bus', 'By bus'],
    ['ways', 'x', 'Another way'],
  ]),
]

/** A commercial tool's dialect: "relevance", "value" for an option's name, a date that may not lie ahead. */
export const commercialForm = [
  tableOf('survey', [
    [
      'type',
      'name',
      'label',
      'label::Chinese',
      'relevance',
      'constraint',
      'constraint message',
      'disabled',
    ],
    [
      'date',
      'left_on',
      'When did the parent leave?',
      '什么时候离家的？',
      '',
      ". <= today() and . >= date('2010-01-01')",
      'Not a day to come.',
      '',
    ],
    ['select_one yn', 'back', 'Back since then?', '后来回来过吗？', "@{left_on} != ''", '', '', ''],
    ['text', 'why', 'Why not?', '为什么没有？', '@{back} = 0', 'string-length(.) <= 200', '', ''],
    ['geopoint', 'place', 'Where', '', '', '', '', 'yes'],
  ]),
  tableOf('choices', [
    ['list_name', 'value', 'label', 'label::Chinese'],
    ['yn', 1, 'Yes', '是'],
    ['yn', 0, 'No', '否'],
  ]),
]

/** A map tool's template: its own columns stand empty, an introduction in a group of notes, extra sheets. */
export const templateForm = [
  tableOf('survey', [
    [
      'type',
      'name',
      'label',
      'hint',
      'guidance_hint',
      'appearance',
      'required',
      'required_message',
      'readonly',
      'default',
      'calculation',
      'relevant',
      'constraint',
      'bind::type',
      'body::style',
    ],
    ['begin group', 'intro', 'Welcome', '', '', 'w4', '', '', '', '', '', '', '', '', ''],
    ['note', 'hello', 'This takes ten minutes.', '', '', '', '', '', '', '', '', '', '', '', ''],
    ['end group', '', '', '', '', '', '', '', '', '', '', '', '', '', ''],
    [
      'select_one yn',
      'glad',
      'Glad to be here?',
      '',
      '',
      'horizontal',
      'yes',
      'Please choose',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ],
    ['begin group', 'more', '', '', '', '', '', '', '', '', '', "@{glad} = 'yes'", '', '', ''],
    ['note', 'fine', 'Fine!', '', '', '', '', '', '', '', '', '', '', '', ''],
    ['end group', '', '', '', '', '', '', '', '', '', '', '', '', '', ''],
    [
      'integer',
      'years',
      'How old?',
      'Full years',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '. > 5 and . < 19 or . = 99',
      '',
      '',
    ],
  ]),
  tableOf('choices', [['list_name', 'name', 'label::zh', 'label::en'], ...yesNo]),
  tableOf('types', [['question type'], ['text'], ['integer']]),
]

/** What our model has no place for, all of it in one form. */
export const strangeForm = [
  tableOf('survey', [
    [
      'type',
      'name',
      'label',
      'label::Français (fr)',
      'relevant',
      'constraint',
      'calculation',
      'appearance',
      'default',
      'choice_filter',
    ],
    ['begin_repeat', 'child', 'Each child', '', '', '', '', '', '', ''],
    ['text', 'name_of', 'Name', '', '', "regex(., '^[A-Z]')", '', '', '', ''],
    ['end_repeat', '', '', '', '', '', '', '', '', ''],
    ['geopoint', 'where', 'Where', '', '', '', '', '', '', ''],
    ['select_one yn or_other', 'like', 'Like it?', '', '', '', '', '', '', ''],
    ['select_one towns', 'town', 'Town', '', '', '', '', '', '', 'county = @{county}'],
    ['image', 'photo', 'Photo', '', '', '', '', '', '', ''],
    ['integer', 'age', 'Age', '', '@{later} > 3', '', '', '', '7', ''],
    ['calculate', 'years', '', '', '', '', 'int((today() - @{born}) div 365.25)', '', '', ''],
    ['text', 'note_1', 'Dear @{name_of}', '', '', '', '', 'signature', '', ''],
    ['text', '1st', 'First', '', '', '', '', '', '', ''],
    ['begin_group', 'open_end', 'Never ends', '', '@{age} >', '', '', '', '', ''],
  ]),
  tableOf('choices', [
    ['list_name', 'name', 'label', 'media::image'],
    ['yn', 'yes', 'Yes', 'yes.png'],
    ['yn', 'yes', 'No', ''],
    ['lonely', 'one', 'One', ''],
  ]),
  tableOf('external_choices', [
    ['list_name', 'name'],
    ['towns', 'a'],
  ]),
]
