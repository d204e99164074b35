CREATE TABLE `care_agreement` (
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
	`entrustor` text,
	`entrustor_relation` text,
	`entrustor_phone` text,
	`carer_relation` text,
	`carer_phone` text,
	`duties` text NOT NULL,
	`pay` text,
	`health_checks` text,
	`emergency_care` integer DEFAULT true NOT NULL,
	`further` text,
	`signed_on` text,
	`term_from` text,
	`end_reason` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `care_agreement_recipient` ON `care_agreement` (`recipient_id`,`opened_on`);--> statement-breakpoint
CREATE INDEX `care_agreement_opened` ON `care_agreement` (`opened_on`,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `care_agreement_due` ON `care_agreement` (`due_on`,`id`) WHERE voided_at is null and closed_on is null;--> statement-breakpoint
CREATE INDEX `care_agreement_state` ON `care_agreement` (`state`,`opened_on`,`due_on`,`recipient_id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `care_agreement_standing` ON `care_agreement` (`voided_at`,`state`,`opened_on`,`closed_on`,`due_on`,`recipient_id`,`kind`);--> statement-breakpoint
CREATE TABLE `carer_appraisal` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`agreement_id` integer NOT NULL,
	`recipient_id` integer NOT NULL,
	`period` text NOT NULL,
	`day` text NOT NULL,
	`by` text,
	`scores` text NOT NULL,
	`total` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`agreement_id`) REFERENCES `care_agreement`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `carer_appraisal_agreement` ON `carer_appraisal` (`agreement_id`,`period`);--> statement-breakpoint
CREATE INDEX `carer_appraisal_recipient` ON `carer_appraisal` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `evacuation` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`village_id` integer,
	`note` text,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `evacuation_plan` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`helper_id` integer,
	`responsible` text,
	`phone` text,
	`assistant` text,
	`vehicle` text,
	`shelter` text,
	`route` text,
	`note` text,
	`confirmed_on` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evacuation_plan_recipient` ON `evacuation_plan` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `evacuee` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`evacuation_id` integer NOT NULL,
	`recipient_id` integer NOT NULL,
	`outcome` text,
	`time` text,
	`note` text,
	FOREIGN KEY (`evacuation_id`) REFERENCES `evacuation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evacuee_evacuation` ON `evacuee` (`evacuation_id`);--> statement-breakpoint
CREATE INDEX `evacuee_recipient` ON `evacuee` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `form_run` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`operator_id` integer NOT NULL,
	`form` text NOT NULL,
	`template_id` integer,
	`template_digest` text NOT NULL,
	`mode` text NOT NULL,
	`new_sheets` integer,
	`file_name` text NOT NULL,
	`people` text NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`results` text,
	FOREIGN KEY (`operator_id`) REFERENCES `operator`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `form_run_operator` ON `form_run` (`operator_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `finding` (
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
	`village_id` integer NOT NULL,
	`inspection_id` integer NOT NULL,
	`sheet_id` integer NOT NULL,
	`station_id` integer,
	`item_key` text,
	`item` text,
	`content` text NOT NULL,
	`severity` text NOT NULL,
	`measure` text,
	`result` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sheet_id`) REFERENCES `inspection_sheet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`station_id`) REFERENCES `station`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_recipient` ON `finding` (`recipient_id`,`opened_on`);--> statement-breakpoint
CREATE INDEX `finding_opened` ON `finding` (`opened_on`,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `finding_due` ON `finding` (`due_on`,`id`) WHERE voided_at is null and closed_on is null;--> statement-breakpoint
CREATE INDEX `finding_state` ON `finding` (`state`,`opened_on`,`due_on`,`recipient_id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `finding_standing` ON `finding` (`voided_at`,`state`,`opened_on`,`closed_on`,`due_on`,`recipient_id`);--> statement-breakpoint
CREATE INDEX `finding_inspection` ON `finding` (`inspection_id`);--> statement-breakpoint
CREATE INDEX `finding_station` ON `finding` (`station_id`) WHERE station_id is not null;--> statement-breakpoint
CREATE INDEX `finding_village` ON `finding` (`village_id`,`opened_on`) WHERE voided_at is null;--> statement-breakpoint
CREATE TABLE `inspection` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`leader` text,
	`members` text,
	`note` text,
	`checklist` text NOT NULL,
	`document_id` integer,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inspection_from` ON `inspection` (`from`);--> statement-breakpoint
CREATE TABLE `inspection_sheet` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`inspection_id` integer NOT NULL,
	`village_id` integer NOT NULL,
	`number` integer NOT NULL,
	`visited_on` text,
	`inspectors` text,
	`present` text,
	`results` text NOT NULL,
	`note` text,
	`entered_at` text,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inspection_sheet_village` ON `inspection_sheet` (`inspection_id`,`village_id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `inspection_sheet_of_village` ON `inspection_sheet` (`village_id`);--> statement-breakpoint
CREATE TABLE `association` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`village_id` integer NOT NULL,
	`village_group_id` integer,
	`chair` text,
	`phone` text,
	`members` integer,
	`note` text,
	`end_reason` text,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_group_id`) REFERENCES `village_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `association_village` ON `association` (`village_id`);--> statement-breakpoint
CREATE TABLE `fire_check` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`station_id` integer NOT NULL,
	`day` text NOT NULL,
	`result` text NOT NULL,
	`checked_by` text,
	`next_on` text NOT NULL,
	`note` text,
	FOREIGN KEY (`station_id`) REFERENCES `station`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `fire_check_station` ON `fire_check` (`station_id`);--> statement-breakpoint
CREATE TABLE `station` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`village_id` integer,
	`address` text,
	`open_hours` text,
	`beds_total` integer,
	`beds_used` integer,
	`run_by` text,
	`manager` text,
	`phone` text,
	`services` text NOT NULL,
	`note` text,
	`end_reason` text,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `station_village` ON `station` (`village_id`);--> statement-breakpoint
CREATE TABLE `household` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text
);
--> statement-breakpoint
CREATE TABLE `household_period` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`recipient_id` integer NOT NULL,
	`household_id` integer NOT NULL,
	`reason` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `household`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `household_period_recipient` ON `household_period` (`recipient_id`);--> statement-breakpoint
CREATE INDEX `household_period_household` ON `household_period` (`household_id`);--> statement-breakpoint
CREATE TABLE `office_template` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`form` text NOT NULL,
	`name` text NOT NULL,
	`version_id` integer,
	`in_force` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `office_template_in_force` ON `office_template` (`form`) WHERE in_force = 1 and voided_at is null and form not like 'own%';--> statement-breakpoint
CREATE TABLE `template_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`template_id` integer NOT NULL,
	`number` integer NOT NULL,
	`file_name` text NOT NULL,
	`size` integer NOT NULL,
	`storage_name` text NOT NULL,
	`copied_from` text,
	`note` text,
	`problems` text NOT NULL,
	FOREIGN KEY (`template_id`) REFERENCES `office_template`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `template_version_template` ON `template_version` (`template_id`,`number`);--> statement-breakpoint
CREATE TABLE `service_item` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`ended_on` text
);
--> statement-breakpoint
CREATE TABLE `service_plan` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`recipient_id` integer NOT NULL,
	`service_item_id` integer NOT NULL,
	`count` integer NOT NULL,
	`every` text NOT NULL,
	`mode` text NOT NULL,
	`service_provider_id` integer,
	`note` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_item_id`) REFERENCES `service_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_provider_id`) REFERENCES `service_provider`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `service_plan_recipient` ON `service_plan` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `service_price` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`service_item_id` integer NOT NULL,
	`price` integer NOT NULL,
	`low_cost_price` integer NOT NULL,
	FOREIGN KEY (`service_item_id`) REFERENCES `service_item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `service_price_item` ON `service_price` (`service_item_id`);--> statement-breakpoint
CREATE TABLE `service_provider` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`mode` text NOT NULL,
	`name` text NOT NULL,
	`contact_name` text,
	`phone` text,
	`note` text,
	`ended_on` text
);
--> statement-breakpoint
CREATE TABLE `service_record` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`service_item_id` integer NOT NULL,
	`date` text NOT NULL,
	`entered_at` text NOT NULL,
	`mode` text NOT NULL,
	`service_provider_id` integer,
	`quantity` integer NOT NULL,
	`tier` text,
	`amount` integer NOT NULL,
	`person_pays` integer NOT NULL,
	`voucher_pays` integer NOT NULL,
	`subsidy` integer NOT NULL,
	`note` text,
	`import_id` integer,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_item_id`) REFERENCES `service_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_provider_id`) REFERENCES `service_provider`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `service_record_date` ON `service_record` (`date`,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `service_record_item` ON `service_record` (`service_item_id`,`date`,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `service_record_recipient` ON `service_record` (`recipient_id`,`date`);--> statement-breakpoint
CREATE INDEX `service_record_provider` ON `service_record` (`service_provider_id`,`date`,`id`) WHERE service_provider_id is not null;--> statement-breakpoint
CREATE INDEX `service_record_done` ON `service_record` (`date`,`recipient_id`,`service_item_id`,`quantity`,`voided_at`) WHERE voided_at is null;--> statement-breakpoint
CREATE TABLE `voucher` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`voucher_batch_id` integer NOT NULL,
	`number` text NOT NULL,
	`state` text NOT NULL,
	`recipient_id` integer,
	`voucher_handout_id` integer,
	`handed_on` text,
	`closed_on` text,
	`service_record_id` integer,
	`service_provider_id` integer,
	`reason` text,
	FOREIGN KEY (`voucher_batch_id`) REFERENCES `voucher_batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`voucher_handout_id`) REFERENCES `voucher_handout`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_record_id`) REFERENCES `service_record`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_provider_id`) REFERENCES `service_provider`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `voucher_number` ON `voucher` (`number`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `voucher_batch_state` ON `voucher` (`voucher_batch_id`,`state`,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `voucher_state` ON `voucher` (`state`,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `voucher_recipient` ON `voucher` (`recipient_id`,`state`) WHERE recipient_id is not null;--> statement-breakpoint
CREATE INDEX `voucher_handout_id` ON `voucher` (`voucher_handout_id`) WHERE voucher_handout_id is not null;--> statement-breakpoint
CREATE INDEX `voucher_service_record` ON `voucher` (`service_record_id`) WHERE service_record_id is not null;--> statement-breakpoint
CREATE TABLE `voucher_batch` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`name` text NOT NULL,
	`face_value` integer NOT NULL,
	`count` integer NOT NULL,
	`prefix` text NOT NULL,
	`first_number` integer NOT NULL,
	`issued_on` text NOT NULL,
	`expires_on` text,
	`kinds` text,
	`source` text
);
--> statement-breakpoint
CREATE TABLE `voucher_handout` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`voucher_batch_id` integer NOT NULL,
	`title` text NOT NULL,
	`day` text NOT NULL,
	`by` text,
	FOREIGN KEY (`voucher_batch_id`) REFERENCES `voucher_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `register` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`name` text NOT NULL,
	`version` integer NOT NULL,
	`preset` text,
	`retired` integer DEFAULT false NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `register_entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`register_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	`number` text,
	`numbered_in` text,
	`serial` integer,
	`recipient_id` integer,
	`village_id` integer,
	`state` text NOT NULL,
	`since` text NOT NULL,
	`opened_on` text NOT NULL,
	`closed_on` text,
	`due_on` text,
	`helper_id` integer,
	`responsible` text,
	`values` text NOT NULL,
	`words` text NOT NULL,
	`import_id` integer,
	FOREIGN KEY (`register_id`) REFERENCES `register`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `register_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `register_entry_opened` ON `register_entry` (`register_id`,`opened_on`,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `register_entry_due` ON `register_entry` (`register_id`,`due_on`,`id`) WHERE voided_at is null and closed_on is null;--> statement-breakpoint
CREATE INDEX `register_entry_due_days` ON `register_entry` (`due_on`) WHERE voided_at is null and closed_on is null;--> statement-breakpoint
CREATE INDEX `register_entry_state` ON `register_entry` (`register_id`,`voided_at`,`state`,`opened_on`,`closed_on`,`due_on`,`recipient_id`,`village_id`);--> statement-breakpoint
CREATE INDEX `register_entry_recipient` ON `register_entry` (`recipient_id`,`opened_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `register_entry_serial` ON `register_entry` (`register_id`,`numbered_in`,`serial`) WHERE serial is not null;--> statement-breakpoint
CREATE TABLE `register_link` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`entry_id` integer NOT NULL,
	`field` text NOT NULL,
	`kind` text NOT NULL,
	`recipient_id` integer,
	`helper_id` integer,
	FOREIGN KEY (`entry_id`) REFERENCES `register_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `register_link_entry` ON `register_link` (`entry_id`);--> statement-breakpoint
CREATE INDEX `register_link_recipient` ON `register_link` (`recipient_id`);--> statement-breakpoint
CREATE INDEX `register_link_helper` ON `register_link` (`helper_id`);--> statement-breakpoint
CREATE TABLE `register_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`register_id` integer NOT NULL,
	`version` integer NOT NULL,
	`definition` text NOT NULL,
	`saved_at` text NOT NULL,
	`note` text,
	FOREIGN KEY (`register_id`) REFERENCES `register`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `register_version_number` ON `register_version` (`register_id`,`version`);--> statement-breakpoint
CREATE TABLE `outing` (
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
	`family_member_id` integer NOT NULL,
	`place` text,
	`scope` text NOT NULL,
	`reason` text,
	`since` text,
	`expected_return` text,
	`reporter` text NOT NULL,
	`channel` text NOT NULL,
	`carer_phone` text,
	`returned_on` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`family_member_id`) REFERENCES `family_member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outing_recipient` ON `outing` (`recipient_id`,`opened_on`);--> statement-breakpoint
CREATE INDEX `outing_opened` ON `outing` (`opened_on`,`id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `outing_due` ON `outing` (`due_on`,`id`) WHERE voided_at is null and closed_on is null;--> statement-breakpoint
CREATE INDEX `outing_state` ON `outing` (`state`,`opened_on`,`due_on`,`recipient_id`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `outing_standing` ON `outing` (`voided_at`,`state`,`opened_on`,`closed_on`,`due_on`,`recipient_id`);--> statement-breakpoint
CREATE INDEX `outing_member` ON `outing` (`family_member_id`) WHERE voided_at is null;--> statement-breakpoint
ALTER TABLE `benefit_period` ADD `level` text;--> statement-breakpoint
ALTER TABLE `document` ADD `handed_in_on` text;--> statement-breakpoint
ALTER TABLE `document` ADD `draft` text;--> statement-breakpoint
ALTER TABLE `support_case` ADD `kind` text DEFAULT 'support' NOT NULL;--> statement-breakpoint
ALTER TABLE `support_case` ADD `claim` text;--> statement-breakpoint
ALTER TABLE `support_case` ADD `outcome` text;--> statement-breakpoint
CREATE INDEX `support_case_standing` ON `support_case` (`voided_at`,`state`,`opened_on`,`closed_on`,`due_on`,`recipient_id`,`kind`);--> statement-breakpoint
CREATE INDEX `hazard_standing` ON `hazard` (`voided_at`,`state`,`opened_on`,`closed_on`,`due_on`,`recipient_id`,`kind`);--> statement-breakpoint
CREATE INDEX `incident_standing` ON `incident` (`voided_at`,`state`,`opened_on`,`closed_on`,`due_on`,`recipient_id`,`kind`);--> statement-breakpoint
CREATE INDEX `need_standing` ON `need` (`voided_at`,`state`,`opened_on`,`closed_on`,`due_on`,`recipient_id`,`kind`);--> statement-breakpoint
CREATE INDEX `task_standing` ON `task` (`voided_at`,`state`,`opened_on`,`closed_on`,`due_on`,`recipient_id`);