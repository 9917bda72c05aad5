package io.accountmigration.migration.owners;

import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The owners whom operators named. */
interface Appointments extends Repository<Appointment, UUID> {

    Appointment save(Appointment appointment);
}
