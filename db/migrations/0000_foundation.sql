CREATE TABLE `assessment` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`date` text NOT NULL,
	`entered_at` text NOT NULL,
	`assessors` text DEFAULT '[]' NOT NULL,
	`score` integer NOT NULL,
	`final_reason` text,
	`next_due` text,
	`note` text,
	`import_id` integer,
	`scale` text NOT NULL,
	`version` text NOT NULL,
	`reason` text NOT NULL,
	`source` text NOT NULL,
	`answers` text NOT NULL,
	`changes` text NOT NULL,
	`subtotals` text NOT NULL,
	`computed_level` text NOT NULL,
	`final_level` text NOT NULL,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assessment_recipient` ON `assessment` (`recipient_id`,`date`);--> statement-breakpoint
CREATE TABLE `risk_review` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`date` text NOT NULL,
	`entered_at` text NOT NULL,
	`assessors` text DEFAULT '[]' NOT NULL,
	`score` integer NOT NULL,
	`final_reason` text,
	`next_due` text,
	`note` text,
	`import_id` integer,
	`answers` text NOT NULL,
	`computed_level` text NOT NULL,
	`final_level` text NOT NULL,
	`risk_period_id` integer NOT NULL,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `risk_review_recipient` ON `risk_review` (`recipient_id`,`date`);--> statement-breakpoint
CREATE TABLE `change` (
	`id` integer PRIMARY KEY NOT NULL,
	`change_set_id` integer NOT NULL,
	`entity` text NOT NULL,
	`record_id` integer NOT NULL,
	`kind` text NOT NULL,
	`fields` text,
	`salt` blob,
	`digest` blob NOT NULL,
	FOREIGN KEY (`change_set_id`) REFERENCES `change_set`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_record` ON `change` (`record_id`);--> statement-breakpoint
CREATE INDEX `change_of_set` ON `change` (`change_set_id`);--> statement-breakpoint
CREATE TABLE `change_set` (
	`id` integer PRIMARY KEY NOT NULL,
	`replica` integer NOT NULL,
	`operation` text NOT NULL,
	`operator_id` integer,
	`at` text NOT NULL,
	`cause` text,
	`previous_digest` blob,
	`digest` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `draft` (
	`id` text PRIMARY KEY NOT NULL,
	`operator_id` integer NOT NULL,
	`content` text NOT NULL,
	`saved_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `cadence_rule` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`title` text NOT NULL,
	`duty` text NOT NULL,
	`group` text,
	`category` text,
	`risk_level` text,
	`kinds` text NOT NULL,
	`count` integer NOT NULL,
	`period` text NOT NULL,
	`preset` text
);
--> statement-breakpoint
CREATE TABLE `contact` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`kind` text NOT NULL,
	`date` text NOT NULL,
	`entered_at` text NOT NULL,
	`helper_id` integer,
	`visitor` text,
	`checks` text,
	`summary` text,
	`problem` text,
	`outcome` text,
	`import_id` integer,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_kind_date` ON `contact` (`kind`,`date`,`recipient_id`,`voided_at`) WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX `contact_recipient_date` ON `contact` (`recipient_id`,`date`);--> statement-breakpoint
CREATE INDEX `contact_helper` ON `contact` (`helper_id`) WHERE helper_id is not null;--> statement-breakpoint
CREATE TABLE `exemption` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`recipient_id` integer NOT NULL,
	`reason` text NOT NULL,
	`note` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exemption_recipient` ON `exemption` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `disclosure` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`at` text NOT NULL,
	`people` integer NOT NULL,
	`columns` text NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `document` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`year` integer,
	`written_at` text NOT NULL,
	`facts` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `helper` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`name` text NOT NULL,
	`initials` text,
	`gender` text,
	`kind` text,
	`unit` text,
	`post` text,
	`phones` text DEFAULT '[]' NOT NULL,
	`village_id` integer,
	`from` text,
	`to` text,
	`left_reason` text,
	`note` text,
	`import_id` integer,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pairing` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`helper_id` integer NOT NULL,
	`recipient_id` integer NOT NULL,
	`mode` text,
	`commitment` text,
	`end_reason` text,
	`import_id` integer,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pairing_helper` ON `pairing` (`helper_id`);--> statement-breakpoint
CREATE INDEX `pairing_recipient` ON `pairing` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `import_batch` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`file_name` text NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`counts` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_mapping` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`signature` text NOT NULL,
	`kind` text NOT NULL,
	`columns` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_mapping_signature` ON `import_mapping` (`signature`) WHERE voided_at is null;--> statement-breakpoint
CREATE TABLE `centre` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`name` text NOT NULL,
	`province` text,
	`county` text NOT NULL,
	`township` text NOT NULL,
	`region_code` text,
	`phone` text,
	`address` text
);
--> statement-breakpoint
CREATE TABLE `leading_group_member` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`name` text NOT NULL,
	`post` text,
	`phone` text
);
--> statement-breakpoint
CREATE TABLE `operator` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`scope_villages` text,
	`scope_groups` text,
	`disabled_at` text
);
--> statement-breakpoint
CREATE TABLE `plan_phase` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`year` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`content` text,
	`responsible` text
);
--> statement-breakpoint
CREATE TABLE `responsibility` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`position` integer NOT NULL,
	`task` text NOT NULL,
	`lead` text NOT NULL,
	`assisting` text,
	`implementing` text
);
--> statement-breakpoint
CREATE TABLE `setting` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`key` text NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `setting_key` ON `setting` (`key`) WHERE voided_at is null;--> statement-breakpoint
CREATE TABLE `village` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`merged_into_id` integer
);
--> statement-breakpoint
CREATE TABLE `village_group` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`village_id` integer NOT NULL,
	`name` text NOT NULL,
	`merged_into_id` integer,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `village_group_village` ON `village_group` (`village_id`);--> statement-breakpoint
CREATE TABLE `village_name` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`village_id` integer NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `village_name_village` ON `village_name` (`village_id`);--> statement-breakpoint
CREATE TABLE `absence_period` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`family_member_id` integer NOT NULL,
	`recipient_id` integer NOT NULL,
	`place` text,
	`scope` text NOT NULL,
	`reason` text,
	`since` text,
	`to` text,
	`expected_return` text,
	`home_visits` text,
	FOREIGN KEY (`family_member_id`) REFERENCES `family_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `absence_period_member` ON `absence_period` (`family_member_id`);--> statement-breakpoint
CREATE INDEX `absence_period_recipient` ON `absence_period` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer NOT NULL,
	`storage_name` text NOT NULL,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attachment_recipient` ON `attachment` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `category_override` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`recipient_id` integer NOT NULL,
	`category` text NOT NULL,
	`holds` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `category_override_recipient` ON `category_override` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `family_member` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`recipient_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`relation` text,
	`gender` text,
	`birth_date` text,
	`id_number` text,
	`phones` text DEFAULT '[]' NOT NULL,
	`is_supporter` integer DEFAULT false NOT NULL,
	`able_to_support` integer,
	`lives_together` integer,
	`note` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `family_member_recipient` ON `family_member` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `group_period` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`recipient_id` integer NOT NULL,
	`group` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `group_period_recipient` ON `group_period` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `recipient` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`archive_no` text,
	`name` text NOT NULL,
	`former_name` text,
	`initials` text,
	`gender` text,
	`id_number` text,
	`id_number_note` text,
	`birth_date` text,
	`lunar_birthday` text,
	`ethnicity` text,
	`education` text,
	`political_status` text,
	`marital` text,
	`occupation` text,
	`photo_id` integer,
	`phones` text DEFAULT '[]' NOT NULL,
	`has_no_phone` integer DEFAULT false NOT NULL,
	`household_address` text,
	`home_address` text,
	`housing` text,
	`housing_grade` text,
	`hazard_zone` text,
	`living_arrangement` text,
	`spouse_recipient_id` integer,
	`has_no_children` integer DEFAULT false NOT NULL,
	`health` text,
	`chronic_diseases` text DEFAULT '[]' NOT NULL,
	`self_care` text,
	`mental_state` text,
	`allergies` text,
	`medication` text,
	`medical_insurance` text,
	`family_doctor` text,
	`family_doctor_phone` text,
	`disability_certificate` text,
	`disability_class` integer,
	`disability_level` integer,
	`income_sources` text DEFAULT '[]' NOT NULL,
	`annual_income` real,
	`relief_kinds` text DEFAULT '[]' NOT NULL,
	`benefits_note` text,
	`daily_carer` text,
	`service_needs` text DEFAULT '[]' NOT NULL,
	`emergency_name` text,
	`emergency_relation` text,
	`emergency_phone` text,
	`emergency_name2` text,
	`emergency_relation2` text,
	`emergency_phone2` text,
	`guardian_name` text,
	`guardian_phone` text,
	`consent_on` text,
	`consent_by` text,
	`collected_by` text,
	`collected_on` text,
	`remark` text,
	`import_id` integer,
	`merged_into_id` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recipient_id_number` ON `recipient` (`id_number`) WHERE voided_at is null and id_number is not null;--> statement-breakpoint
CREATE TABLE `residence_period` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`recipient_id` integer NOT NULL,
	`village_id` integer NOT NULL,
	`village_group_id` integer,
	`reason` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_group_id`) REFERENCES `village_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `residence_period_recipient` ON `residence_period` (`recipient_id`);--> statement-breakpoint
CREATE INDEX `residence_period_village` ON `residence_period` (`village_id`);--> statement-breakpoint
CREATE TABLE `risk_period` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`recipient_id` integer NOT NULL,
	`level` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `risk_period_recipient` ON `risk_period` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `status_period` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`voided_at` text,
	`from` text NOT NULL,
	`to` text,
	`recipient_id` integer NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipient`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `status_period_recipient` ON `status_period` (`recipient_id`);