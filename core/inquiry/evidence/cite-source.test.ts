import { describe, expect, test } from 'vitest'
import { type Citable, citeSource } from './cite-source.ts'

const nothing: Citable = {
  authors: [],
  moreAuthors: false,
  year: null,
  title: 'A title',
  titleInOther: '',
  form: 'article',
  container: '',
  volume: '',
  issue: '',
  pages: '',
  doi: '',
  url: '',
}

const ofJournal: Citable = {
  ...nothing,
  authors: ['To, S.-M.', 'Kwok, C.-M.', 'So, Y.-Y.', 'Yan, M.-W.'],
  year: 2019,
  title: 'Parent Education for Migrant Mothers',
  titleInOther: '外出务工母亲的家长教育',
  container: 'Family Process',
  volume: '58',
  issue: '2',
  pages: '318-333',
  doi: '10.1111/famp.12369',
}

const inChinese: Citable = {
  ...nothing,
  authors: ['魏小芳', '周颖', '王旭辉'],
  year: 2025,
  title: '小组工作介入研究',
  titleInOther: 'Group work',
  container: '社会工作与管理',
  volume: '25',
  issue: '2',
  pages: '76-84',
}

describe('a reference line in Chinese (GB/T 7714) [EVI-4]', () => {
  test('an English article: family names in capitals, three of four authors, et al', () => {
    expect(citeSource(ofJournal, 'zh-CN')).toBe(
      'TO S M, KWOK C M, SO Y Y, et al. Parent Education for Migrant Mothers[J]. Family Process, 2019, 58(2): 318-333. DOI:10.1111/famp.12369.',
    )
  })

  test('a Chinese article stands as it is, three authors without 等', () => {
    expect(citeSource(inChinese, 'zh-CN')).toBe(
      '魏小芳, 周颖, 王旭辉. 小组工作介入研究[J]. 社会工作与管理, 2025, 25(2): 76-84.',
    )
  })

  test('a fourth Chinese author makes it 等', () => {
    const four = { ...inChinese, authors: [...inChinese.authors, '李四'] }
    expect(citeSource(four, 'zh-CN')).toContain('王旭辉, 等. 小组工作介入研究[J]')
  })

  test('a page on the net is EB/OL with its address, an article on the net J/OL, a law Z', () => {
    const page = { ...nothing, form: 'web', url: 'https://example.org/a' } as const
    expect(citeSource(page, 'zh-CN')).toBe('A title[EB/OL]. https://example.org/a.')
    expect(citeSource({ ...page, form: 'article' }, 'zh-CN')).toContain('[J/OL]')
    expect(citeSource({ ...nothing, form: 'law', year: 2024 }, 'zh-CN')).toBe('A title[Z]. 2024.')
  })

  test('what is not known is left out, not filled in', () => {
    expect(citeSource(nothing, 'zh-CN')).toBe('A title[J].')
  })
})

describe('a reference line in English (in the manner of APA) [EVI-4]', () => {
  test('all authors, year, title, journal, link', () => {
    expect(citeSource(ofJournal, 'en')).toBe(
      'To, S.-M., Kwok, C.-M., So, Y.-Y., & Yan, M.-W. (2019). Parent Education for Migrant Mothers. Family Process, 58(2), 318–333. https://doi.org/10.1111/famp.12369',
    )
  })

  test('a Chinese title has its translation beside it', () => {
    expect(citeSource(inChinese, 'en')).toBe(
      '魏小芳, 周颖, & 王旭辉. (2025). 小组工作介入研究 [Group work]. 社会工作与管理, 25(2), 76–84.',
    )
  })

  test('without an author the title leads, without a year it says n.d., with more authors et al.', () => {
    expect(citeSource(nothing, 'en')).toBe('A title. (n.d.).')
    expect(citeSource({ ...nothing, title: 'When does it work?' }, 'en')).toBe(
      'When does it work? (n.d.).',
    )
    expect(citeSource({ ...nothing, authors: ['Fang'], moreAuthors: true }, 'en')).toBe(
      'Fang, et al. (n.d.). A title.',
    )
  })
})
