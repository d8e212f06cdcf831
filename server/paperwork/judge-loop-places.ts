import { officeMarkup, type Tag, TagPlacement, type XmlNode } from 'easy-template-x'

/**
 * Whether what stands between beginning and end can be repeated: both in one table (then its rows are), or both in the same
 * cell or text, and neither in a content control of Word. The template library finds this only while it fills.
 */
export function judgeLoopPlaces(
  open: Tag,
  close: Tag,
): 'TemplateLoopApart' | 'TemplateLoopInControl' | null {
  if (open.placement !== TagPlacement.TextNode || close.placement !== TagPlacement.TextNode)
    return 'TemplateLoopApart'
  const { query } = officeMarkup
  const [first, last] = [open.xmlTextNode, close.xmlTextNode]
  if ([first, last].some((node) => query.containingStructuredTagContentNode(node)))
    return 'TemplateLoopInControl'
  const cells = [first, last].map((node) => query.containingTableCellNode(node))
  const areRows = cells.every((cell) => cell) && cells[0] !== cells[1]
  const holders = [first, last].map((node): XmlNode | null | undefined =>
    areRows
      ? query.containingTableNode(query.containingTableRowNode(node))
      : query.containingParagraphNode(node)?.parentNode,
  )
  return holders[0] === holders[1] ? null : 'TemplateLoopApart'
}
