CREATE TRIGGER audit_no_delete before delete on audit begin select raise(abort, 'audit is append-only'); end;

CREATE TRIGGER audit_no_update before update on audit begin select raise(abort, 'audit is append-only'); end;

CREATE TRIGGER package_no_delete before delete on package begin select raise(abort, 'package is append-only'); end;

CREATE TRIGGER package_no_update before update on package begin select raise(abort, 'package is append-only'); end;

CREATE TRIGGER package_row_no_delete before delete on package_row begin select raise(abort, 'package_row is append-only'); end;

CREATE TRIGGER package_row_no_update before update on package_row begin select raise(abort, 'package_row is append-only'); end;

CREATE TRIGGER receipt_no_delete before delete on receipt begin select raise(abort, 'receipt is append-only'); end;

CREATE TRIGGER receipt_no_update before update on receipt begin select raise(abort, 'receipt is append-only'); end;

CREATE TRIGGER receipt_row_no_delete before delete on receipt_row begin select raise(abort, 'receipt_row is append-only'); end;

CREATE TRIGGER receipt_row_no_update before update on receipt_row begin select raise(abort, 'receipt_row is append-only'); end;

CREATE TABLE agreement (id text not null primary key references record(id), kind text not null check (kind in ('memorandum', 'agreement', 'contract', 'annex', 'network')), number text not null, title text not null, subject text not null, stage text not null check (stage in ('draft', 'negotiation', 'legal_review', 'signed', 'terminated')), signed_on text check (length(signed_on) = 10), starts_on text check (length(starts_on) = 10), term_kind text check (term_kind in ('fixed', 'perpetual', 'auto_renewed')), term_ends_on text check (length(term_ends_on) = 10), term_every_years integer check (term_every_years >= 1), term_notice_months integer check (term_notice_months >= 0), terminated_on text check (length(terminated_on) = 10), parent_id text references agreement(id), predecessor_id text references agreement(id), owner text not null, notes text not null, check ((coalesce(term_kind, '') = 'fixed') = (term_ends_on is not null)), check ((coalesce(term_kind, '') = 'auto_renewed') = (term_every_years is not null)), check ((coalesce(term_kind, '') = 'auto_renewed') = (term_notice_months is not null)), check (parent_id <> id), check (predecessor_id <> id)) strict;

CREATE TABLE agreement_event (agreement_id text not null references agreement(id), position integer not null check (position >= 0), held_on text not null check (length(held_on) = 10), kind text not null, note text not null, primary key (agreement_id, position)) strict;

CREATE TABLE agreement_party (agreement_id text not null references agreement(id), position integer not null check (position >= 0), partner_id text not null references partner(id), primary key (agreement_id, position)) strict;

CREATE TABLE agreement_signatory (agreement_id text not null references agreement(id), position integer not null check (position >= 0), partner_id text references partner(id), name text not null, job_title text not null, primary key (agreement_id, position)) strict;

CREATE TABLE attachment (id text not null primary key check (length(id) = 36), owner_entity text not null, owner_id text not null references record(id), name text not null, media_type text not null, sha256 text not null references attachment_content(sha256), added_at text not null check (length(added_at) = 24), removed_at text check (length(removed_at) = 24)) strict;

CREATE TABLE attachment_content (sha256 text not null primary key check (length(sha256) = 64), size integer not null check (size >= 0), content blob not null) strict;

CREATE TABLE audit (sequence integer not null primary key check (sequence >= 1), at text not null check (length(at) = 24), actor text not null, action text not null check (action in ('create', 'change', 'remove', 'restore')), entity text not null, entity_id text not null, before_json text, after_json text, batch_id text, prev_hash text not null check (length(prev_hash) = 64), hash text not null unique check (length(hash) = 64)) strict;

CREATE TABLE cohort (id text not null primary key references record(id), programme_id text not null references programme(id), academic_year integer not null, contingent integer not null check (contingent >= 0), applied integer not null check (applied >= 0), outgoing integer not null check (outgoing >= 0), incoming integer not null check (incoming >= 0), at_partner integer not null check (at_partner >= 0), returned integer not null check (returned >= 0), graduated integer not null check (graduated >= 0), foreign_citizens integer not null check (foreign_citizens >= 0), source text not null) strict;

CREATE TABLE cohort_funding (cohort_id text not null references cohort(id), source text not null, learners integer not null check (learners >= 0), primary key (cohort_id, source)) strict;

CREATE TABLE cohort_withdrawal (cohort_id text not null references cohort(id), reason text not null, learners integer not null check (learners >= 0), primary key (cohort_id, reason)) strict;

CREATE TABLE import_batch (id text not null primary key check (length(id) = 36), at text not null check (length(at) = 24), actor text not null, file_name text not null, file_sha256 text not null check (length(file_sha256) = 64), sheet text not null, row_counts_json text not null, record_counts_json text not null, refused_json text not null, undone_at text check (length(undone_at) = 24)) strict;

CREATE TABLE import_mapping (signature text not null primary key check (length(signature) = 64), mapping_json text not null, used_at text not null check (length(used_at) = 24)) strict;

CREATE TABLE institution (id text not null primary key references record(id), name_kk text not null, name_ru text not null, name_en text not null, city_kk text not null, city_ru text not null, city_en text not null, bin text not null, epvo_id integer check (epvo_id > 0), rector text not null, website text not null, only_one integer not null default 1 unique check (only_one = 1)) strict;

CREATE TABLE "migration" ("name" text not null primary key, "applied_at" text not null) strict;

CREATE TABLE package (id text not null primary key check (length(id) = 36), form text not null, form_version text not null, mapping_version text not null, academic_year integer not null, taken_on text not null check (length(taken_on) = 10), revision integer not null check (revision >= 1), file_name text not null, size integer not null check (size > 0), sha256 text not null check (length(sha256) = 64), manifest_sha256 text not null unique check (length(manifest_sha256) = 64), previous_manifest_sha256 text check (length(previous_manifest_sha256) = 64), manifest_json text not null, row_count integer not null check (row_count >= 0), warning_count integer not null check (warning_count >= 0), is_sample integer not null check (is_sample in (0, 1)), created_at text not null check (length(created_at) = 24), content blob not null, unique (form, academic_year, revision)) strict;

CREATE TABLE package_row (package_id text not null references package(id), file text not null, position integer not null check (position >= 0), entity text, record_id text, label text not null, primary key (package_id, file, position), check ((entity is null) = (record_id is null))) strict;

CREATE TABLE partner (id text not null primary key references record(id), name_kk text not null, name_ru text not null, name_en text not null, country text not null check (length(country) in (0, 2)), city text not null, website text not null, credit_system text not null, ects_per_credit real not null check (ects_per_credit > 0), notes text not null) strict;

CREATE TABLE partner_contact (partner_id text not null references partner(id), position integer not null check (position >= 0), name text not null, job_title text not null, email text not null, phone text not null, is_signatory integer not null check (is_signatory in (0, 1)), primary key (partner_id, position)) strict;

CREATE TABLE partner_identifier (partner_id text not null references partner(id), position integer not null check (position >= 0), scheme text not null, value text not null, primary key (partner_id, position)) strict;

CREATE TABLE partner_ranking (partner_id text not null references partner(id), position integer not null check (position >= 0), system text not null, year integer not null, place integer not null check (place > 0), source text not null, primary key (partner_id, position)) strict;

CREATE TABLE programme (id text not null primary key references record(id), name_kk text not null, name_ru text not null, name_en text not null, level text not null check (level in ('bachelor', 'master', 'doctoral')), master_track text check (master_track in ('scientific_pedagogical', 'profile')), code text not null, isced_f text not null, delivery text not null check (delivery in ('on_campus', 'online', 'blended')), award text check (award in ('two_equal', 'main_and_additional', 'one_joint')), register_status text not null, epvo_id integer check (epvo_id > 0), home_teachers integer check (home_teachers >= 0), partner_teachers integer check (partner_teachers >= 0), first_year integer not null, last_year integer, notes text not null) strict;

CREATE TABLE programme_feature (programme_id text not null references programme(id), position integer not null check (position >= 0), feature text not null check (feature in ('double', 'joint', 'global', 'interdisciplinary')), primary key (programme_id, position)) strict;

CREATE TABLE programme_language (programme_id text not null references programme(id), position integer not null check (position >= 0), language text not null check (length(language) = 2), primary key (programme_id, position)) strict;

CREATE TABLE programme_partner (programme_id text not null references programme(id), position integer not null check (position >= 0), partner_id text not null references partner(id), agreement_id text references agreement(id), degree text not null, primary key (programme_id, position)) strict;

CREATE TABLE programme_period (programme_id text not null references programme(id), position integer not null check (position >= 0), partner_id text references partner(id), credits real check (credits >= 0), starts_on text check (length(starts_on) = 10), ends_on text check (length(ends_on) = 10), primary key (programme_id, position)) strict;

CREATE TABLE receipt (id text not null primary key check (length(id) = 36), package_id text not null references package(id), submission_id text references submission(id), road text not null check (road in ('gateway', 'hand')), receipt_id text not null, receiver text not null, status text not null check (status in ('accepted', 'partly_accepted', 'rejected')), reasons_json text not null, issued_at text not null, recorded_at text not null check (length(recorded_at) = 24), content text not null, unique (package_id, receipt_id)) strict;

CREATE TABLE receipt_row (answer_id text not null references receipt(id), file text not null, position integer not null check (position >= 0), outcome text not null check (outcome in ('accepted', 'rejected')), reasons_json text not null, primary key (answer_id, file, position)) strict;

CREATE TABLE receiver (id text not null primary key check (length(id) = 36), name text not null check (name <> ''), url text not null check (url like 'https://%'), certificate text, removed_at text check (length(removed_at) = 24)) strict;

CREATE TABLE "record" (id text not null primary key check (length(id) = 36), entity text not null check (entity <> ''), is_sample integer not null check (is_sample in (0, 1)), created_at text not null check (length(created_at) = 24), updated_at text not null check (length(updated_at) = 24), revision integer not null check (revision >= 1), deleted_at text check (length(deleted_at) = 24)) strict;

CREATE TABLE record_fields (id text not null primary key references record(id), unique_name text, fields_json text not null) strict;

CREATE TABLE record_link (source_id text not null references record(id), target_id text not null references record(id), primary key (source_id, target_id)) strict;

CREATE TABLE saved_view (id text not null primary key check (length(id) = 36), place text not null check (place in ('partners', 'agreements', 'programmes', 'mobility')), name text not null check (length(name) > 0), state_json text not null, revision integer not null check (revision > 0), removed_at text check (length(removed_at) = 24)) strict;

CREATE TABLE sqlite_stat1(tbl,idx,stat);

CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample);

CREATE TABLE submission (id text not null primary key check (length(id) = 36), package_id text not null references package(id), receiver_name text not null, receiver_url text not null, certificate text, idempotency_key text not null unique check (length(idempotency_key) >= 22), state text not null check (state in ('queued', 'sending', 'waiting', 'processing', 'answered', 'blocked', 'stopped')), attempts integer not null check (attempts >= 0), next_attempt_at text check (length(next_attempt_at) = 24), lease_until text check (length(lease_until) = 24), must_ask integer not null check (must_ask in (0, 1)), problem_json text, created_at text not null check (length(created_at) = 24), unique (package_id, receiver_url), check ((state = 'sending') = (lease_until is not null))) strict;

CREATE TABLE submission_attempt (submission_id text not null references submission(id), number integer not null check (number >= 1), action text not null check (action in ('send', 'ask')), started_at text not null check (length(started_at) = 24), finished_at text check (length(finished_at) = 24), outcome text not null check (outcome in ('running', 'receipt', 'processing', 'unknown_key', 'retry', 'refused', 'interrupted')), http_status integer, problem_json text, primary key (submission_id, number), check ((outcome = 'running') = (finished_at is null))) strict;

CREATE TABLE workspace_setting (key text not null primary key, value text not null) strict;

CREATE INDEX agreement_parent_idx on agreement (parent_id);

CREATE INDEX agreement_party_partner_idx on agreement_party (partner_id);

CREATE INDEX agreement_predecessor_idx on agreement (predecessor_id);

CREATE INDEX agreement_signatory_partner_idx on agreement_signatory (partner_id);

CREATE INDEX attachment_owner_idx on attachment (owner_entity, owner_id);

CREATE INDEX attachment_sha256_idx on attachment (sha256);

CREATE INDEX audit_batch_idx on audit (batch_id) where batch_id is not null;

CREATE INDEX audit_entity_idx on audit (entity, entity_id);

CREATE INDEX cohort_programme_idx on cohort (programme_id, academic_year);

CREATE INDEX partner_identifier_value_idx on partner_identifier (scheme, value);

CREATE INDEX programme_partner_agreement_idx on programme_partner (agreement_id);

CREATE INDEX programme_partner_partner_idx on programme_partner (partner_id);

CREATE INDEX programme_period_partner_idx on programme_period (partner_id);

CREATE INDEX receipt_package_idx on receipt (package_id, recorded_at);

CREATE INDEX record_entity_idx on record (entity);

CREATE INDEX record_fields_unique_name_idx on record_fields (unique_name) where unique_name is not null;

CREATE INDEX record_link_target_idx on record_link (target_id);

CREATE INDEX submission_state_idx on submission (state, next_attempt_at);
