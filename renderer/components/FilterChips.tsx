import { Button, CloseButton, Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
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
      {listing.isFiltered ? (
        <Button variant="subtle" size="compact-xs" onClick={listing.clear}>
          {t('common:filter.clearAll')}
        </Button>
      ) : null}
    </div>
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
  if (spec.kind === 'fixed' && value === null) return null
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
