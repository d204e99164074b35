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
ALTER TABLE `benefit_period` ADD `level` text;--> statement-breakpoint
ALTER TABLE `support_case` ADD `kind` text DEFAULT 'support' NOT NULL;--> statement-breakpoint
ALTER TABLE `support_case` ADD `claim` text;--> statement-breakpoint
ALTER TABLE `support_case` ADD `outcome` text;