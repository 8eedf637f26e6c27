import type {
  DocumentBlock,
  ListBlock,
  ParagraphBlock,
  ParagraphRole,
  Run,
  TableBlock,
} from '../../../../shared/assessment/report/document.ts'

/** Where links of a page lead. */
export type HtmlLinks = {
  /** Address of a place of the report from this page; undefined: there is no such place. */
  readonly toAnchor: (anchor: string) => string | undefined
  /** Address of an annex file from this page; undefined: it has none. */
  readonly toAnnex: (number: number) => string | undefined
}

/** Text as HTML, also between quotation marks of an attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** The blocks as HTML. Every text is escaped; there is no other markup than what stands here. */
export function htmlOf(blocks: readonly DocumentBlock[], links: HtmlLinks): string {
  return blocks.map((block) => blockHtml(block, links)).join('\n')
}

function blockHtml(block: DocumentBlock, links: HtmlLinks): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="${escapeHtml(block.anchor)}">${escapeHtml(block.text)}</h${block.level}>`
    case 'paragraph':
      return paragraphHtml(block, links)
    case 'list':
      return listHtml(block, links)
    case 'table':
      return tableHtml(block, links)
    default:
      // The contents of a package are its navigation.
      return ''
  }
}

const tagOf: Record<ParagraphRole, string> = {
  body: 'p',
  statement: 'p',
  note: 'p',
  subheading: 'h4',
  institution: 'p',
  title: 'h1',
  subtitle: 'p',
  mark: 'p',
}

function paragraphHtml({ role, runs, anchor }: ParagraphBlock, links: HtmlLinks): string {
  const tag = tagOf[role]
  const name = role === 'body' || role === 'subheading' ? '' : ` class="${role}"`
  const id = anchor === undefined ? '' : ` id="${escapeHtml(anchor)}"`
  return `<${tag}${name}${id}>${runs.map((run) => runHtml(run, links)).join('')}</${tag}>`
}

function runHtml(run: Run, links: HtmlLinks): string {
  let html = escapeHtml(run.text).replaceAll('\n', '<br>')
  if (run.bold === true) html = `<strong>${html}</strong>`
  if (run.italic === true) html = `<em>${html}</em>`
  if (run.underline === true) html = `<u>${html}</u>`
  if (run.isQuiet === true) html = `<span class="quiet">${html}</span>`
  if (run.href !== undefined) return `<a href="${escapeHtml(run.href)}" rel="noreferrer">${html}</a>`
  const target =
    run.annexFile === undefined
      ? run.anchor === undefined
        ? undefined
        : links.toAnchor(run.anchor)
      : links.toAnnex(run.annexFile)
  return target === undefined ? html : `<a href="${escapeHtml(target)}">${html}</a>`
}

function listHtml(block: ListBlock, links: HtmlLinks): string {
  const items = block.items.map((item) => `<li>${htmlOf(item, links)}</li>`).join('\n')
  if (!block.isOrdered) return `<ul>\n${items}\n</ul>`
  const start = block.start === 1 ? '' : ` start="${block.start}"`
  return `<ol${start}>\n${items}\n</ol>`
}

function tableHtml(block: TableBlock, links: HtmlLinks): string {
  const rows = block.rows.map((row, index) => rowHtml(row, index < block.headerRows, links))
  const head = rows.slice(0, block.headerRows).join('\n')
  const body = rows.slice(block.headerRows).join('\n')
  const name = block.isPlain ? ' class="facts"' : ''
  return `<div class="wide"><table${name}>${head === '' ? '' : `<thead>\n${head}\n</thead>`}<tbody>\n${body}\n</tbody></table></div>`
}

function rowHtml(row: TableBlock['rows'][number], isHead: boolean, links: HtmlLinks): string {
  const cells = row.map((cell) => {
    const tag = cell.isHeader ? 'th' : 'td'
    const scope = cell.isHeader ? ` scope="${isHead ? 'col' : 'row'}"` : ''
    const columns = cell.columns > 1 ? ` colspan="${cell.columns}"` : ''
    const rows = cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''
    return `<${tag}${scope}${columns}${rows}>${htmlOf(cell.blocks, links)}</${tag}>`
  })
  return `<tr>${cells.join('')}</tr>`
}
