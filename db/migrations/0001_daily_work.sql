CREATE TABLE `activity` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`state` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`series` text,
	`copied_from_id` integer,
	`village_id` integer,
	`opened_on` text NOT NULL,
	`closed_on` text,
	`held_on` text,
	`time` text,
	`place` text,
	`helper_id` integer,
	`responsible` text,
	`purpose` text,
	`theme` text,
	`audience` text,
	`participants` text,
	`schedule` text,
	`cautions` text,
	`duties` text,
	`outcome` text,
	`line_saves` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_day` ON `activity` (case when held_on is null then '9999-12-31' else held_on end,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `activity_state` ON `activity` (`state`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `activity_series` ON `activity` (`series`);--> statement-breakpoint
CREATE TABLE `activity_line` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`activity_id` integer NOT NULL,
	`position` integer NOT NULL,
	`item` text NOT NULL,
	`quantity` real NOT NULL,
	`unit` text,
	`price` real NOT NULL,
	`source` text,
	`spent` real,
	`paid_on` text,
	`payee` text,
	`voucher` text,
	`note` text,
	FOREIGN KEY (`activity_id`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_line_activity` ON `activity_line` (`activity_id`,`position`);--> statement-breakpoint
CREATE TABLE `activity_person` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`activity_id` integer NOT NULL,
	`role` text NOT NULL,
	`recipient_id` integer,
	`helper_id` integer,
	`name` text,
	`reason` text,
	`present` integer,
	`note` text,
	FOREIGN KEY (`activity_id`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_person_activity` ON `activity_person` (`activity_id`);--> statement-breakpoint
CREATE INDEX `activity_person_recipient` ON `activity_person` (`recipient_id`) WHERE recipient_id is not null;--> statement-breakpoint
CREATE TABLE `audit_event` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`about` text,
	`files` integer
);
--> statement-breakpoint
CREATE TABLE `benefit` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`national` integer DEFAULT false NOT NULL,
	`basis` text,
	`payment` text NOT NULL,
	`register` integer DEFAULT true NOT NULL,
	`conditions` text,
	`bands` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `benefit_code` ON `benefit` (`code`);--> statement-breakpoint
CREATE TABLE `benefit_period` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`recipient_id` integer NOT NULL,
	`benefit` text NOT NULL,
	`state` text NOT NULL,
	`amount` real,
	`certificate_no` text,
	`reason` text,
	`end_reason` text,
	`import_id` integer,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `benefit_period_recipient` ON `benefit_period` (`recipient_id`);--> statement-breakpoint
CREATE INDEX `benefit_period_benefit` ON `benefit_period` (`benefit`);--> statement-breakpoint
CREATE TABLE `payment_account` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`recipient_id` integer NOT NULL,
	`account` text NOT NULL,
	`holder` text,
	`holder_relation` text,
	`bank` text,
	`import_id` integer,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payment_account_recipient` ON `payment_account` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `tier_override` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`recipient_id` integer NOT NULL,
	`tier` text,
	`reason` text NOT NULL,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tier_override_recipient` ON `tier_override` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `call_attempt` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`family_member_id` integer,
	`day` text NOT NULL,
	`result` text NOT NULL,
	`again_on` text,
	`note` text,
	`contact_id` integer,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`family_member_id`) REFERENCES `family_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `call_attempt_recipient` ON `call_attempt` (`recipient_id`,`day`);--> statement-breakpoint
CREATE TABLE `contact_credit` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`kind` text NOT NULL,
	`duty` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `major_change` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`date` text NOT NULL,
	`kind` text NOT NULL,
	`warning_id` integer,
	`note` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`warning_id`) REFERENCES `warning`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `major_change_recipient` ON `major_change` (`recipient_id`);--> statement-breakpoint
CREATE INDEX `major_change_warning` ON `major_change` (`warning_id`) WHERE warning_id is not null;--> statement-breakpoint
CREATE TABLE `visit_rate_scope` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`who` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `custom_field` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`section` text NOT NULL,
	`groups` text,
	`options` text DEFAULT '[]' NOT NULL,
	`required` integer DEFAULT false NOT NULL,
	`is_sensitive` integer DEFAULT false NOT NULL,
	`retired` integer DEFAULT false NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `custom_value` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`custom_field_id` integer NOT NULL,
	`value` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`custom_field_id`) REFERENCES `custom_field`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `custom_value_recipient` ON `custom_value` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `dictionary_entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`dictionary` text NOT NULL,
	`code` text NOT NULL,
	`label` text NOT NULL,
	`aliases` text DEFAULT '[]' NOT NULL,
	`retired` integer DEFAULT false NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dictionary_entry_code` ON `dictionary_entry` (`dictionary`,`code`) WHERE voided_at is null;--> statement-breakpoint
CREATE TABLE `feedback` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`helper_id` integer NOT NULL,
	`date` text NOT NULL,
	`entered_at` text NOT NULL,
	`rating` text NOT NULL,
	`words` text,
	`way` text NOT NULL,
	`asked_by` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feedback_recipient` ON `feedback` (`recipient_id`);--> statement-breakpoint
CREATE INDEX `feedback_helper` ON `feedback` (`helper_id`);--> statement-breakpoint
CREATE TABLE `fund_entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`fund_line_id` integer NOT NULL,
	`direction` text NOT NULL,
	`day` text NOT NULL,
	`amount` integer NOT NULL,
	`purpose` text NOT NULL,
	`party` text,
	`voucher_no` text,
	`overdraft_reason` text,
	FOREIGN KEY (`fund_line_id`) REFERENCES `fund_line`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `fund_entry_line` ON `fund_entry` (`fund_line_id`,`day`) WHERE voided_at is null;--> statement-breakpoint
CREATE TABLE `fund_line` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`year` integer NOT NULL,
	`name` text NOT NULL,
	`source` text,
	`budget` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `dismissed_pairing` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`helper_id` integer NOT NULL,
	`recipient_id` integer NOT NULL,
	`on` text NOT NULL,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dismissed_pairing_recipient` ON `dismissed_pairing` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `hazard` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`state` text NOT NULL,
	`opened_on` text NOT NULL,
	`closed_on` text,
	`due_on` text,
	`helper_id` integer,
	`responsible` text,
	`import_id` integer,
	`kind` text NOT NULL,
	`grade` text DEFAULT 'minor' NOT NULL,
	`content` text NOT NULL,
	`source` text NOT NULL,
	`contact_id` integer,
	`found_by` text,
	`measure` text,
	`cost` real,
	`result` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hazard_recipient` ON `hazard` (`recipient_id`,`opened_on`);--> statement-breakpoint
CREATE INDEX `hazard_opened` ON `hazard` (`opened_on`,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `hazard_due` ON `hazard` (`due_on`,`id`) WHERE voided_at is null and closed_on is null;--> statement-breakpoint
CREATE INDEX `hazard_state` ON `hazard` (`state`,`opened_on`,`due_on`,`recipient_id`) WHERE voided_at is null;--> statement-breakpoint
CREATE TABLE `incident` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`state` text NOT NULL,
	`opened_on` text NOT NULL,
	`closed_on` text,
	`due_on` text,
	`helper_id` integer,
	`responsible` text,
	`import_id` integer,
	`kind` text NOT NULL,
	`kind_label` text NOT NULL,
	`discovered_at` text,
	`discovered_by` text,
	`place` text,
	`situation` text NOT NULL,
	`duties` text NOT NULL,
	`next_deadline` text,
	`result` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `incident_recipient` ON `incident` (`recipient_id`,`opened_on`);--> statement-breakpoint
CREATE INDEX `incident_opened` ON `incident` (`opened_on`,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `incident_due` ON `incident` (`due_on`,`id`) WHERE voided_at is null and closed_on is null;--> statement-breakpoint
CREATE INDEX `incident_state` ON `incident` (`state`,`opened_on`,`due_on`,`recipient_id`) WHERE voided_at is null;--> statement-breakpoint
CREATE TABLE `case_step` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`entity` text NOT NULL,
	`record_id` integer NOT NULL,
	`recipient_id` integer,
	`step` text NOT NULL,
	`outcome` text DEFAULT 'done' NOT NULL,
	`day` text NOT NULL,
	`time` text,
	`helper_id` integer,
	`by` text,
	`how` text,
	`to_whom` text,
	`note` text,
	`entered_at` text NOT NULL,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_step_record` ON `case_step` (`record_id`);--> statement-breakpoint
CREATE INDEX `case_step_recipient` ON `case_step` (`recipient_id`,`day`) WHERE recipient_id is not null;--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`day` text NOT NULL,
	`time` text,
	`place` text,
	`chair` text,
	`recorder` text,
	`note` text,
	`agenda` text NOT NULL,
	`attendance` text NOT NULL,
	`document_id` integer,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_day` ON `meeting` (`day`);--> statement-breakpoint
CREATE TABLE `need` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`state` text NOT NULL,
	`opened_on` text NOT NULL,
	`closed_on` text,
	`due_on` text,
	`helper_id` integer,
	`responsible` text,
	`import_id` integer,
	`kind` text NOT NULL,
	`content` text NOT NULL,
	`urgency` text DEFAULT 'normal' NOT NULL,
	`source` text NOT NULL,
	`contact_id` integer,
	`level` text DEFAULT 'village' NOT NULL,
	`cost` real,
	`result` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `need_recipient` ON `need` (`recipient_id`,`opened_on`);--> statement-breakpoint
CREATE INDEX `need_opened` ON `need` (`opened_on`,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `need_due` ON `need` (`due_on`,`id`) WHERE voided_at is null and closed_on is null;--> statement-breakpoint
CREATE INDEX `need_state` ON `need` (`state`,`opened_on`,`due_on`,`recipient_id`) WHERE voided_at is null;--> statement-breakpoint
CREATE TABLE `distinct_pair` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`one_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `distinct_pair_one` ON `distinct_pair` (`one_id`,`other_id`);--> statement-breakpoint
CREATE TABLE `chain_link` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`level` text NOT NULL,
	`village_id` integer,
	`recipient_id` integer,
	`name` text NOT NULL,
	`post` text,
	`phone` text,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `chain_link_village` ON `chain_link` (`village_id`);--> statement-breakpoint
CREATE INDEX `chain_link_recipient` ON `chain_link` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `team` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`name` text NOT NULL,
	`purpose` text,
	`village_id` integer,
	`end_reason` text,
	`note` text,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `team_member` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`team_id` integer NOT NULL,
	`helper_id` integer NOT NULL,
	`role` text NOT NULL,
	`end_reason` text,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `team_member_team` ON `team_member` (`team_id`);--> statement-breakpoint
CREATE INDEX `team_member_helper` ON `team_member` (`helper_id`);--> statement-breakpoint
CREATE TABLE `missed_visit` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`kind` text NOT NULL,
	`date` text NOT NULL,
	`entered_at` text NOT NULL,
	`helper_id` integer,
	`visitor` text,
	`reason` text NOT NULL,
	`note` text,
	`visit_sheet_line_id` integer,
	`entry_key` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `missed_visit_recipient` ON `missed_visit` (`recipient_id`,`date`);--> statement-breakpoint
CREATE INDEX `missed_visit_sheet_line` ON `missed_visit` (`visit_sheet_line_id`) WHERE visit_sheet_line_id is not null;--> statement-breakpoint
CREATE INDEX `missed_visit_entry_key` ON `missed_visit` (`entry_key`) WHERE entry_key is not null;--> statement-breakpoint
CREATE TABLE `visit_sheet` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`number` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`helper_id` integer,
	`village_id` integer,
	`prepared_on` text NOT NULL,
	`printed_on` text,
	`received_on` text,
	`state` text NOT NULL,
	`note` text,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_sheet_number` ON `visit_sheet` (`number`);--> statement-breakpoint
CREATE INDEX `visit_sheet_to` ON `visit_sheet` (`to`);--> statement-breakpoint
CREATE TABLE `visit_sheet_line` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`visit_sheet_id` integer NOT NULL,
	`position` integer NOT NULL,
	`recipient_id` integer NOT NULL,
	`tasks` text NOT NULL,
	FOREIGN KEY (`visit_sheet_id`) REFERENCES `visit_sheet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_sheet_line_sheet` ON `visit_sheet_line` (`visit_sheet_id`);--> statement-breakpoint
CREATE INDEX `visit_sheet_line_recipient` ON `visit_sheet_line` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `warning` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`note` text
);
--> statement-breakpoint
CREATE TABLE `support_case` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`state` text NOT NULL,
	`opened_on` text NOT NULL,
	`closed_on` text,
	`due_on` text,
	`helper_id` integer,
	`responsible` text,
	`import_id` integer,
	`supporter` text NOT NULL,
	`family_member_id` integer,
	`content` text NOT NULL,
	`result` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`family_member_id`) REFERENCES `family_member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `support_case_recipient` ON `support_case` (`recipient_id`,`opened_on`);--> statement-breakpoint
CREATE INDEX `support_case_opened` ON `support_case` (`opened_on`,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `support_case_due` ON `support_case` (`due_on`,`id`) WHERE voided_at is null and closed_on is null;--> statement-breakpoint
CREATE INDEX `support_case_state` ON `support_case` (`state`,`opened_on`,`due_on`,`recipient_id`) WHERE voided_at is null;--> statement-breakpoint
CREATE TABLE `task` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer,
	`state` text NOT NULL,
	`opened_on` text NOT NULL,
	`closed_on` text,
	`due_on` text,
	`helper_id` integer,
	`responsible` text,
	`import_id` integer,
	`content` text NOT NULL,
	`village_id` integer,
	`meeting_id` integer,
	`matter_key` text,
	`result` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_recipient` ON `task` (`recipient_id`,`opened_on`);--> statement-breakpoint
CREATE INDEX `task_opened` ON `task` (`opened_on`,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `task_due` ON `task` (`due_on`,`id`) WHERE voided_at is null and closed_on is null;--> statement-breakpoint
CREATE INDEX `task_state` ON `task` (`state`,`opened_on`,`due_on`,`recipient_id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `task_meeting` ON `task` (`meeting_id`);--> statement-breakpoint
ALTER TABLE `change_set` ADD `undoes` integer;--> statement-breakpoint
ALTER TABLE `contact` ADD `start_time` text;--> statement-breakpoint
ALTER TABLE `contact` ADD `end_time` text;--> statement-breakpoint
ALTER TABLE `contact` ADD `vitals` text;--> statement-breakpoint
ALTER TABLE `contact` ADD `children_told` text;--> statement-breakpoint
ALTER TABLE `contact` ADD `reported_to` text;--> statement-breakpoint
ALTER TABLE `contact` ADD `revisit_on` text;--> statement-breakpoint
ALTER TABLE `contact` ADD `visit_sheet_line_id` integer;--> statement-breakpoint
ALTER TABLE `contact` ADD `entry_key` text;--> statement-breakpoint
CREATE INDEX `contact_sheet_line` ON `contact` (`visit_sheet_line_id`) WHERE visit_sheet_line_id is not null;--> statement-breakpoint
CREATE INDEX `contact_entry_key` ON `contact` (`entry_key`) WHERE entry_key is not null;--> statement-breakpoint
ALTER TABLE `exemption` ADD `review_on` text;--> statement-breakpoint
ALTER TABLE `helper` ADD `phone_labels` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `helper` ADD `village_group_id` integer REFERENCES village_group(id);--> statement-breakpoint
ALTER TABLE `helper` ADD `address` text;--> statement-breakpoint
ALTER TABLE `helper` ADD `served_village_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `helper` ADD `capacity` integer;--> statement-breakpoint
ALTER TABLE `pairing` ADD `role` text;--> statement-breakpoint
ALTER TABLE `pairing` ADD `frequency` text;--> statement-breakpoint
ALTER TABLE `pairing` ADD `hours` real;--> statement-breakpoint
ALTER TABLE `pairing` ADD `begin_reason` text;--> statement-breakpoint
ALTER TABLE `import_batch` ADD `staged_id` text;--> statement-breakpoint
ALTER TABLE `attachment` ADD `entity` text DEFAULT 'recipient' NOT NULL;--> statement-breakpoint
ALTER TABLE `attachment` ADD `record_id` integer;--> statement-breakpoint
ALTER TABLE `attachment` ADD `day` text;--> statement-breakpoint
ALTER TABLE `attachment` ADD `note` text;--> statement-breakpoint
CREATE INDEX `attachment_record` ON `attachment` (`record_id`);--> statement-breakpoint
ALTER TABLE `family_member` ADD `willing_to_support` integer;--> statement-breakpoint
ALTER TABLE `recipient` ADD `religion` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `household_registered` integer;--> statement-breakpoint
ALTER TABLE `recipient` ADD `residence_state` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `housing_tenure` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `housing_structure` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `utilities` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `recipient` ADD `medical_history` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `assistive_devices` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `recipient` ADD `family_doctor_signed_on` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `checkup_on` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `living_standard` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `relief_certificate` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `relief_from` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `relief_to` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `contracted_land` real;--> statement-breakpoint
ALTER TABLE `recipient` ADD `raised_grandchildren` integer;--> statement-breakpoint
ALTER TABLE `recipient` ADD `carer_name` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `carer_phone` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `skills` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `wish` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `guardian_relation` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `substitute_guardian_name` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `substitute_guardian_phone` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `care_entrusted_on` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `school` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `grade` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `boarding` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `schooling` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `schooling_note` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `children_in_care` integer;--> statement-breakpoint
ALTER TABLE `recipient` ADD `employment_wish` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `training_wish` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `cancer_screened_on` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `cancer_screen_result` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `support_mode` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `support_institution` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `nursing_level` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `reviewed_by` text;--> statement-breakpoint
ALTER TABLE `recipient` ADD `reviewed_on` text;