"""Pathways: certifications and programmes as data, and where an enrolment stands in one."""
