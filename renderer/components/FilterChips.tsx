import { Button, CloseButton, Menu, Popover } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { FilterEditor } from './filters/FilterEditor.tsx'
import classes from './filters/filters.module.css'
import type { FilterSpec } from './filters/filter-spec.ts'
import { cleared, filterValue } from './filters/filter-value.ts'
import type { Listing } from './table/listing.ts'

export type { FilterSpec } from './filters/filter-spec.ts'

type FilterChipsProps<Filter> = {
  readonly filters: readonly FilterSpec<Filter>[]
  readonly listing: Pick<
    Listing<unknown, Filter, never>,
    'filter' | 'setFilter' | 'facets' | 'isFiltered' | 'clear' | 'on'
  >
  /** The filter that is open to be changed, by its id, and how that changes. */
  readonly shown: string | null
  readonly onShow: (id: string | null) => void
}

/** The filters of a list: each a chip that shows what it is set to, opens to be changed, and can be removed. */
export function FilterChips<Filter>({ filters, listing, shown, onShow }: FilterChipsProps<Filter>) {
  const t = useText()
  useCommand('clear-filters', listing.clear, listing.isFiltered)
  return (
    <div className={classes.chips} role="group" aria-label={t('common:filter.add')}>
      {filters.map((spec) => (
        <FilterChip
          key={spec.id}
          spec={spec}
          listing={listing}
          isOpen={shown === spec.id}
          setOpen={(isOpen) => onShow(isOpen ? spec.id : null)}
        />
      ))}
      <MoreFilters filters={filters} listing={listing} onShow={onShow} />
      {listing.isFiltered ? (
        <Button variant="subtle" size="compact-xs" onClick={listing.clear}>
          {t('common:filter.clearAll')}
        </Button>
      ) : null}
    </div>
  )
}

/** The filters that have no chip yet. */
function MoreFilters<Filter>({ filters, listing, onShow }: Omit<FilterChipsProps<Filter>, 'shown'>) {
  const t = useText()
  const language = useLanguage()
  const words = { t, language, today: listing.on }
  const more = filters.filter(
    (spec) => spec.isExtra === true && filterValue(spec, listing.filter, words) === null,
  )
  if (more.length === 0) return null
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={12} aria-hidden />}>
          {t('common:filter.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {more.map(({ id, title }) => (
          <Menu.Item key={id} onClick={() => onShow(id)}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

type FilterChipProps<Filter> = {
  readonly spec: FilterSpec<Filter>
  readonly listing: FilterChipsProps<Filter>['listing']
  readonly isOpen: boolean
  readonly setOpen: (isOpen: boolean) => void
}

function FilterChip<Filter>({ spec, listing, isOpen, setOpen }: FilterChipProps<Filter>) {
  const t = useText()
  const language = useLanguage()
  const value = filterValue(spec, listing.filter, { t, language, today: listing.on })
  if (value === null && (spec.kind === 'fixed' || (spec.isExtra === true && !isOpen))) return null
  const label = value === null ? spec.title : `${spec.title}: ${value}`
  return (
    <span className={classes.chip} data-set={value !== null || undefined}>
      {spec.kind === 'fixed' ? (
        <span className={classes.chipText}>{label}</span>
      ) : (
        <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
          <Popover.Target>
            <button type="button" className={classes.chipText} title={label} onClick={() => setOpen(!isOpen)}>
              {label}
              {value === null ? <IconChevronDown size={12} aria-hidden /> : null}
            </button>
          </Popover.Target>
          <Popover.Dropdown aria-label={spec.title}>
            <FilterEditor
              spec={spec}
              filter={listing.filter}
              facets={listing.facets}
              onChange={listing.setFilter}
              onDone={() => setOpen(false)}
            />
          </Popover.Dropdown>
        </Popover>
      )}
      {value === null ? null : (
        <CloseButton
          size="xs"
          aria-label={t('common:filter.remove', { title: spec.title })}
          onClick={() => listing.setFilter(cleared(spec))}
        />
      )}
    </span>
  )
}
